// How the fields of a rule's examples are told, in every format of the rules.
import { toDotted } from '../../model/path.js';

/** Fields with values on one line, `(absent)` for those that are not there. */
export function describeFields(fields: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(fields).map(([path, value]) => {
    const field = toDotted(`/${path.replaceAll('.', '/')}`);
    return `${field}: ${value === undefined ? '(absent)' : JSON.stringify(value)}`;
  });
  return told.join(', ');
}
