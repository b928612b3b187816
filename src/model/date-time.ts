// RFC 3339 date-times, by form and by calendar. No clock is read.

const form = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/;

/** Whether a text is an RFC 3339 date-time with a zone, on a day that exists. */
export function isDateTime(text: string): boolean {
  const match = form.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return (
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    zoneHour < 24 &&
    zoneMinute < 60
  );
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

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}
