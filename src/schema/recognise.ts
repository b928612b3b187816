// What a document is taken for: its shape, unless --kind says otherwise.
import { isObject } from '../model/json.js';
import type { Kind } from '../model/translation.js';
import { detect, type Recognised, type Unrecognised } from './detect.js';

const overridable = new Set(['ambiguous', 'unrecognised']);

/** Recognises a document; a kind that was asked for wins where the document can be of it. */
export function recognise(value: unknown, kind: Kind | undefined): Recognised | Unrecognised {
  const found = detect(value);
  if (kind === undefined || kind === found.kind) return found;
  if (found.kind === 'unknown' && !overridable.has(found.reason)) return found;
  if (found.kind !== 'unknown' && found.items !== undefined) return found;
  const reason = contradict(value, found, kind);
  if (reason) return { kind: 'unknown', reason: 'not-this-kind', data: { kind, reason } };
  const bare = kind !== 'ClusterResponse' && isObject(value) && !('properties' in value);
  return { kind: kind as Recognised['kind'], version: 'v1', bare };
}

function contradict(value: unknown, found: Recognised | Unrecognised, kind: Kind): string | undefined {
  if (found.kind !== 'unknown' && found.version === 'v2') return `its fields are those of v2 (${found.kind})`;
  const isRestore = kind === 'fromBackup' || kind === 'CreateRestoreRequest';
  if (isRestore && isObject(value) && 'properties' in value) return 'it has properties';
  if (!isRestore && found.kind === 'fromBackup') return 'it has a backup and no properties';
  const isBare = isObject(value) && !('properties' in value);
  return kind === 'ClusterResponse' && isBare ? 'it has no properties; its fields belong below them' : undefined;
}
