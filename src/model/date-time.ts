// RFC 3339 date-times, by form and by calendar. No clock is read.

const form = /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a text is an RFC 3339 date-time with a zone, on a day that exists. */
export function isDateTime(text: string): boolean {
  const [, day = ''] = form.exec(text) ?? [];
  const midnight = new Date(day);
  // Engines take the 30th of February for a day in March.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** The RFC 3339 date-time that a text stands for, UTC where it names no zone; undefined where it is none. */
export function readDateTime(text: string): string | undefined {
  if (isDateTime(text)) return text;
  return isDateTime(`${text}Z`) ? `${text}Z` : undefined;
}
