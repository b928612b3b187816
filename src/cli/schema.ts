// `schema`: the shape of documents, reports, results or decisions files, as JSON Schema.
import { exitCodes, makeJsonSchema } from '../index.js';
import type { SchemaArguments } from './line/options.js';
import { checkUsage } from './line/usage.js';

/** Runs `schema` and gives its exit code. */
export function runSchema({ name, kind, id }: SchemaArguments): number {
  const schema = checkUsage(() => makeJsonSchema(name, kind, id));
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  return exitCodes.clean;
}
