// What a document is taken for: its shape, unless --kind says otherwise.
import { isObject } from '../model/json.js';
import type { Kind } from '../model/translation.js';
import { detect, type Recognised, type Unrecognised } from './detect.js';

const overridable = new Set(['ambiguous', 'unrecognised', 'tool']);

/** Recognises a document; a kind that was asked for wins where the document can be of it. */
export function recognise(value: unknown, kind: Kind | undefined): Recognised | Unrecognised {
  const found = detect(value);
  if (kind === undefined || kind === found.kind) return found;
  if (found.kind === 'unknown' && !overridable.has(found.reason)) return found;
  if (found.kind !== 'unknown' && found.items !== undefined) return found;
  const bare = isObject(value) && !('properties' in value);
  const reason = contradict(found, kind, { isBare: bare, hasProperties: isObject(value) && !bare });
  if (reason) return { kind: 'unknown', reason: 'not-this-kind', data: { kind, reason } };
  return { kind: kind as Recognised['kind'], version: 'v1', bare };
}

interface Shape {
  readonly isBare: boolean;
  readonly hasProperties: boolean;
}

function contradict(
  found: Recognised | Unrecognised,
  kind: Kind,
  { isBare, hasProperties }: Shape,
): string | undefined {
  if (found.kind !== 'unknown' && found.version === 'v2') return `its fields are those of v2 (${found.kind})`;
  const isRestore = kind === 'fromBackup' || kind === 'CreateRestoreRequest';
  if (isRestore && hasProperties) return 'it has properties';
  if (!isRestore && found.kind === 'fromBackup') return 'it has a backup and no properties';
  return kind === 'ClusterResponse' && isBare ? 'it has no properties; its fields belong below them' : undefined;
}
