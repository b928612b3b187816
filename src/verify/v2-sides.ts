// The v2 side of a comparison: bodies, answers, lists, stored requests, and what `convert --emit result` wrote.
import { messagesOf } from '../engine/messages.js';
import { findBody, textOf as readText } from '../forms/http/read.js';
import { judge, type Unplaced } from '../model/finding.js';
import { needlesOf } from '../model/hide.js';
import { findItems } from '../model/items.js';
import { isObject, redacted } from '../model/json.js';
import { clusterInUrl } from '../model/operation.js';
import { valueAt } from '../model/path.js';
import { listSecrets } from '../model/secret-values.js';
import { doubtsOf } from '../pipeline/document.js';
import { describeList } from '../pipeline/outcomes.js';
import { detect, isClusterKind } from '../recognise/detect.js';
import { documentKind } from '../rules/index.js';
import { inspect } from '../schema/inspect.js';
import {
  type ComparedText,
  gather,
  type Origin,
  type Sides,
  type Stray,
  sidesFinding,
  textOf,
  urlOf,
  type V2Side,
} from './sides.js';

const kindFinding = messagesOf(documentKind);

/** Takes the clusters out of a v2 text; what is wrong with the text is told beside them. */
export function readV2({ name, documents, named = true }: ComparedText): Sides<V2Side> {
  const read = documents.map((document): Sides<V2Side> => {
    const origin = { name, document };
    const doubts = doubtsOf(document);
    const status = document.value === undefined ? 'unreadable' : judge(doubts);
    const told: Stray[] = doubts.length > 0 ? [{ pointer: '', origin, status, findings: doubts }] : [];
    if (document.value === undefined) return { clusters: [], strays: told };
    const { clusters, strays } = readV2Value(document.value, origin, named);
    return { clusters, strays: [...told, ...strays] };
  });
  return gather(read);
}

/** Takes the clusters out of a v2 value. Never throws. */
export function readV2Value(value: unknown, origin?: Origin, named = true): Sides<V2Side> {
  const { refused } = inspect(value);
  if (refused) {
    const findings = [kindFinding(refused.reason, refused.data, { to: refused.pointer })];
    return { clusters: [], strays: [{ pointer: '', origin, status: 'blocked', findings }] };
  }
  const clusters: V2Side[] = [];
  const strays: Stray[] = tellPages(value).map((finding) => ({
    pointer: '',
    origin,
    status: 'review',
    findings: [finding],
  }));
  for (const held of unpack(value, '')) {
    const side = readSide(held, origin);
    if ('value' in side) clusters.push(side);
    else if (named || side.findings.some(({ code }) => code !== 'verify/sides/no-cluster')) strays.push(side);
  }
  return { clusters, strays };
}

/** A list that is one page of several does not hold everything. */
function tellPages(value: unknown): Unplaced[] {
  const pages = describeList(value, findItems(value)?.items ?? []).filter(({ severity }) => severity === 'warning');
  return pages.map(({ from: to = '', ...finding }) => ({ ...finding, to }));
}

/** A document with the request that sends it. */
interface Held extends Pick<V2Side, 'value' | 'pointer' | 'below' | 'request'> {}

function* unpack(value: unknown, pointer: string): Generator<Held> {
  const list = findItems(value) ?? findResults(value);
  if (list) for (const [index, item] of list.items.entries()) yield* unpack(item, `${pointer}${list.at}/${index}`);
  else if (isResult(value)) yield* unpack(value['document'], `${pointer}/document`);
  else if (!isObject(value) || detect(value).kind !== 'Request')
    yield { value, pointer, below: '', request: undefined };
  // A request that asks, or takes away, says nothing of what a cluster is.
  else if (/^(?:POST|PUT)$/i.test(readText(value['method']))) {
    const { body, pointer: below } = findBody(value);
    yield { value: body, pointer, below, request: value };
  }
}

/** What is written of a list that stood on one line. */
function findResults(value: unknown): { items: readonly unknown[]; at: '/results' } | undefined {
  const items = isObject(value) ? value['results'] : undefined;
  return Array.isArray(items) ? { items, at: '/results' } : undefined;
}

function isResult(value: unknown): value is Record<string, unknown> {
  return isObject(value) && Array.isArray(value['changes']) && Array.isArray(value['findings']);
}

function readSide({ value, pointer, below, request }: Held, origin: Origin | undefined): V2Side | Stray {
  const found = detect(value);
  const refuse = (id: string, data: Record<string, string>): Stray => {
    return { pointer, origin, status: 'blocked', findings: [sidesFinding(id, data, { to: below })] };
  };
  if (found.kind === 'unknown') {
    const { message } = kindFinding(found.reason, found.data);
    return refuse('no-cluster', { reason: message.replace(/\.$/, '') });
  }
  if (found.version === 'v1') return refuse('v1-as-v2', { kind: found.kind });
  if (!isClusterKind(found.kind)) return refuse('no-cluster', { reason: `it is a ${found.kind}` });
  const properties = found.bare ? value : valueAt(value, ['properties']);
  const name = textOf(valueAt(properties, ['name']));
  const isPut = /^PUT$/i.test(readText(request?.['method']));
  const named = isPut ? clusterInUrl(readText(urlOf(request))) : undefined;
  return {
    value,
    pointer,
    below,
    request,
    origin,
    id: textOf(valueAt(value, ['id'])) ?? named,
    name,
    called: name && needlesOf(listSecrets(value)).replaceIn(name, redacted),
    // The cluster that a PUT names is there, whether its body repeats the id or not.
    kind: named !== undefined && found.kind === 'ClusterCreate' ? 'ClusterEnsure' : found.kind,
  };
}
