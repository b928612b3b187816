// The difference of two documents as a JSON Patch (RFC 6902). fast-json-patch is CommonJS, so its default is taken.
import fastJsonPatch from 'fast-json-patch';
import { type Json, redacted } from '../model/json.js';
import { copyWith } from '../model/walk.js';

/** One operation of a JSON Patch. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly path: string; readonly from: string };

/** The patch that makes `v2` of `v1`. Neither is changed, and the patch shares nothing with them. */
export function makePatch(v1: unknown, v2: unknown): PatchOperation[] {
  if (!isContainer(v1) || !isContainer(v2) || Array.isArray(v1) !== Array.isArray(v2)) {
    return Object.is(v1, v2) ? [] : [{ op: 'replace', path: '', value: copy(v2) }];
  }
  return fastJsonPatch.compare(v1, v2) as PatchOperation[];
}

/**
 * A patch with its secrets replaced, for terminals. `isSecretPointer` is asked about each operation's path and those
 * above it, and about every place below it that its value fills.
 */
export function maskPatch(
  patch: readonly PatchOperation[],
  isSecretPointer: (pointer: string) => boolean,
): PatchOperation[] {
  return patch.map((operation) => {
    if (!('value' in operation)) return { ...operation };
    const isSecret = listAbove(operation.path).some(isSecretPointer);
    return { ...operation, value: isSecret ? redacted : maskValue(operation.value, operation.path, isSecretPointer) };
  });
}

/** A value at a pointer with the secrets in it replaced. */
export function maskValue(value: Json, pointer: string, isSecretPointer: (pointer: string) => boolean): Json {
  return copyWith(value, pointer, (_, at) => (isSecretPointer(at) ? redacted : undefined)) as Json;
}

/** The pointers above a pointer, the document first. */
function listAbove(pointer: string): string[] {
  const above: string[] = [];
  for (let at = pointer.indexOf('/'); at !== -1; at = pointer.indexOf('/', at + 1)) above.push(pointer.slice(0, at));
  return above;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function copy(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null));
}
