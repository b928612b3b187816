// UUIDs, matched loosely.

/** Any 8-4-4-4-12 hexadecimal text: ids of IONOS are not all of a version that RFC 9562 knows. */
export const looseUuidPattern = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** Whether a text is a UUID, matched loosely. */
export function isUuid(text: string): boolean {
  return looseUuidPattern.test(text);
}

/** A key of a cluster as it is compared: ids in small letters, names and places as they are. */
export function toClusterKey(key: string): string {
  return isUuid(key) ? key.toLowerCase() : key;
}

/** The first UUID in a text, such as a file's name; undefined where there is none. */
export function findUuid(text: string): string | undefined {
  return /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/i.exec(text)?.[0];
}
