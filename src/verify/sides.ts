// The clusters of one side of a comparison: taken out of lists, and told apart from what is no cluster of that version.

import { messagesOf } from '../engine/messages.js';
import type { Unplaced } from '../model/finding.js';
import { findItems } from '../model/items.js';
import { valueAt } from '../model/path.js';
import type { SourceDocument } from '../model/source.js';
import { detect, isClusterKind } from '../recognise/detect.js';
import { documentKind, verifySides } from '../rules/index.js';
import { inspect } from '../schema/inspect.js';

/** A document of a comparison. */
export interface Side {
  readonly value: unknown;
  /** JSON Pointer in its source; empty for a whole text. */
  readonly pointer: string;
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** What it is, by the names of the API's schemas. */
  readonly kind: string;
  /** Where it stands, for documents that come from texts. */
  readonly origin?: Origin;
}

/** The text that a document comes from. */
export interface Origin {
  /** Name of the file. */
  readonly name: string;
  readonly document: SourceDocument;
}

/** The clusters of one side, and what there is to say of what is none. */
export interface Sides {
  readonly clusters: readonly Side[];
  readonly findings: readonly Unplaced[];
}

const sidesFinding = messagesOf(verifySides);
const kindFinding = messagesOf(documentKind);

/** Takes the clusters out of a value: itself, or the items of a list. Never throws. */
export function listSides(value: unknown, version: 'v1' | 'v2', origin?: Origin): Sides {
  const { refused } = inspect(value);
  if (refused)
    return { clusters: [], findings: [kindFinding(refused.reason, refused.data, { from: refused.pointer })] };
  const list = findItems(value);
  if (!list) return judge(value, { version, pointer: '', origin });
  const parts = list.items.map((item, index) => judge(item, { version, pointer: `${list.at}/${index}`, origin }));
  return {
    clusters: parts.flatMap(({ clusters }) => clusters),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

interface Spot {
  readonly version: 'v1' | 'v2';
  readonly pointer: string;
  readonly origin: Origin | undefined;
}

function judge(value: unknown, { version, pointer, origin }: Spot): Sides {
  const found = detect(value);
  const place = version === 'v1' ? { from: pointer } : { to: pointer };
  const refuse = (finding: Unplaced) => ({ clusters: [], findings: [finding] });
  if (found.kind === 'unknown') {
    const { message } = kindFinding(found.reason, found.data);
    return refuse(sidesFinding('no-cluster', { reason: message.replace(/\.$/, '') }, place));
  }
  if (found.version !== version)
    return refuse(sidesFinding(version === 'v2' ? 'v1-as-v2' : 'v2-as-v1', { kind: found.kind }, place));
  if (!isClusterKind(found.kind)) return refuse(sidesFinding('no-cluster', { reason: `it is a ${found.kind}` }, place));
  const fields = found.bare ? value : valueAt(value, ['properties']);
  const side = {
    value,
    pointer,
    kind: found.kind,
    id: textOf(valueAt(value, ['id'])),
    name: textOf(valueAt(fields, [version === 'v1' ? 'displayName' : 'name'])),
  };
  return { clusters: [origin ? { ...side, origin } : side], findings: [] };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
