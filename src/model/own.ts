// Documents beside a prototype that somebody changed: what every object seems to have then is no part of them.
const nothing = {};

/** A value as it stands; where objects seem to have what they do not, a copy of what is their own. */
export function ownOf(value: unknown): unknown {
  // Seen at once, and for all documents but those beside such a program, all there is to do.
  for (const _ in nothing) return copyOwn(value);
  return value;
}

function copyOwn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOwn);
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = copyOwn((value as Record<string, unknown>)[key]);
  return copy;
}
