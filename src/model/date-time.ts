// RFC 3339 date-times, by form and by calendar. No clock is read.

const form = /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a text is an RFC 3339 date-time with a zone, on a day that exists. */
export function isDateTime(text: string): boolean {
  const [, day = ''] = form.exec(text) ?? [];
  const midnight = new Date(day);
  // Engines take the 30th of February for a day in March.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** What a text says of a point in time: the RFC 3339 date-time of it in UTC with `Z`, and whether it names a zone. */
export interface DateTime {
  readonly utc: string;
  readonly hasZone: boolean;
}

/** Reads a date-time, as UTC where it names no zone; undefined where it is none. */
export function readDateTime(text: string): DateTime | undefined {
  const hasZone = isDateTime(text);
  if (!hasZone && !isDateTime(`${text}Z`)) return undefined;
  const utc = toUtc(hasZone ? text : `${text}Z`);
  return utc === undefined ? undefined : { utc, hasZone };
}

/** The same instant with `Z`, its fraction as it was written; undefined for the hours that lie beyond years 0 to 9999. */
function toUtc(text: string): string | undefined {
  if (text.endsWith('Z') && text[10] === 'T') return text;
  const seconds = new Date(text.toUpperCase()).toISOString().slice(0, 19);
  return /^\d{4}-/.test(seconds) ? `${seconds}${/\.\d+/.exec(text)?.[0] ?? ''}Z` : undefined;
}
