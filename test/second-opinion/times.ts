// Points in time and times of the day: design.md 3, `fromBackup` and `maintenanceWindow`.

/** A date-time of RFC 3339 in UTC with Z, and whether it was written with a zone. */
export function readDateTime(text: string): { readonly text: string; readonly zoned: boolean } | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-](\d\d):(\d\d))?$/.exec(text);
  if (!parts) return undefined;
  const [, date = '', hour, minute, second, fraction = '', zone, zoneHour = '0', zoneMinute = '0'] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  if (Number(zoneHour) > 23 || Number(zoneMinute) > 59) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) return undefined;
  const minutes = (Number(zoneHour) * 60 + Number(zoneMinute)) * (zone?.startsWith('-') ? -1 : 1);
  day.setUTCHours(Number(hour), Number(minute) - minutes, Number(second));
  return { text: `${day.toISOString().slice(0, 19)}${fraction}Z`, zoned: zone !== undefined };
}

export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text);
}

/** Seconds of the day, which YAML 1.1 makes of 16:30:59, as HH:MM:SS. */
export function fromSeconds(seconds: number): string | undefined {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds >= 86_400) return undefined;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
