// The v1 side of a comparison: whatever `convert` takes, unpacked and translated as `convert` does it.
import type { Finding } from '../model/finding.js';
import { judge } from '../model/finding.js';
import { redacted } from '../model/json.js';
import { valueAt } from '../model/path.js';
import { bodyOf, type Target } from '../model/translation.js';
import { openTranslator } from '../pipeline/translator.js';
import type { Translation } from '../schema/documents.js';
import type { Prepared } from '../supply/options.js';
import {
  type ComparedText,
  type Origin,
  type Sides,
  type Stray,
  sidesFinding,
  textOf,
  type V1Side,
  type Way,
} from './sides.js';

/** Takes the clusters out of a v1 text. */
export function readV1({ name, documents, named = true }: ComparedText, options: Prepared): Sides<V1Side> {
  const prepared: Prepared = named ? options : { ...options, foreign: 'skipped' };
  return takeClusters(
    (to) => openTranslator({ ...prepared, to }).translateSources(documents, { source: name, tellsId: true }),
    { first: firstWay(options), name, named },
  );
}

/** Takes the clusters out of a v1 value: itself, the body of a request, or the items of a list. */
export function readV1Value(value: unknown, options: Prepared): Sides<V1Side> {
  const translate = (to: Way) => {
    const translator = openTranslator({ ...options, to });
    return translator.translateItems(value) ?? [translator.translateValue(value)];
  };
  return takeClusters(translate, { first: firstWay(options), name: '', named: true });
}

interface Reading {
  /** The way that is tried first: it tells what the documents are. */
  readonly first: Way;
  readonly name: string;
  readonly named: boolean;
}

function firstWay({ to }: Prepared): Way {
  return to === 'create' ? 'create' : 'ensure';
}

function takeClusters(translate: (way: Way) => Translation[], { first, name, named }: Reading): Sides<V1Side> {
  const made = new Map<Way, Translation[]>();
  const make = (way: Way) => {
    const translations = made.get(way) ?? translate(way);
    made.set(way, translations);
    return translations;
  };
  const clusters: V1Side[] = [];
  const strays: Stray[] = [];
  for (const [index, translation] of make(first).entries()) {
    const { pointer = '', source } = translation;
    const origin = source && { name, document: source() };
    const target = 'target' in translation ? translation.target : undefined;
    if (!target || !clusterTargets.has(target)) {
      strays.push(...describeStray(translation, { pointer, origin, named }));
      continue;
    }
    // What is to be made is made either way; only a cluster that exists becomes one thing or the other.
    const isSettled = first === 'ensure' && target === 'ClusterCreate';
    const translateTo = (way: Way) => (isSettled || way === first ? translation : (make(way)[index] ?? translation));
    const { id, kind, findings } = translation;
    const told = findings.filter(isTold);
    clusters.push({ pointer, origin, id, kind, ...nameOf(translation), told, translateTo });
  }
  return { clusters, strays };
}

const clusterTargets: ReadonlySet<Target> = new Set(['ClusterCreate', 'ClusterEnsure']);

/** What is odd about the text, and errors that no value for v2 settles. */
export function isTold({ rule, code, severity, decision = [] }: Finding): boolean {
  if (rule === 'document/source' || code === 'maintenanceWindow/time/seconds') return true;
  return severity === 'error' && decision.length === 0;
}

/** A name that people supply is the one that v2 has; one that was only mended is looked for last. */
export function nameOf(translation: Translation): Pick<V1Side, 'name' | 'called'> {
  const change = translation.changes.find(({ to }) => to.includes('/properties/name'));
  const said = change?.after[change.to.indexOf('/properties/name')];
  const called = change?.kind === 'supply' ? textOf(said) : translation.name;
  // What may not be said still tells which cluster it is.
  const isTaken = change?.kind === 'supply' || called?.includes(redacted);
  return { name: isTaken ? textOf(valueAt(bodyOf(translation), ['properties', 'name'])) : called, called };
}

interface Place {
  readonly pointer: string;
  readonly origin: Origin | undefined;
  readonly named: boolean;
}

function describeStray(translation: Translation, { pointer, origin, named }: Place): Stray[] {
  const findings = tellStray(translation, named);
  if (findings.length === 0) return [];
  const status = translation.status === 'unreadable' ? 'unreadable' : judge(findings);
  return [{ pointer, origin, status, findings }];
}

/** Why a document is no cluster of v1: as `convert` tells it, or that it is something else. */
function tellStray(translation: Translation, named: boolean): readonly Finding[] {
  const { kind, status, findings } = translation;
  if (kind === 'Request' && !sendsBody(translation)) return [];
  if (status === 'skipped' && translation.document !== undefined)
    return [sidesFinding('v2-as-v1', { kind }, { from: '' })];
  const isRefused = status === 'unreadable' || (status === 'blocked' && translation.target === undefined);
  if (isRefused) return findings.filter(({ severity }) => severity !== 'info');
  if (kind === 'ClusterList') return findings.filter(({ severity }) => severity === 'warning');
  if (kind === 'unknown' || !named) return [];
  return [sidesFinding('no-cluster', { reason: `it is a ${kind}` }, { from: '' })];
}

/** A request that asks, or takes away, says nothing of what a cluster is. */
function sendsBody({ changes, document }: Translation): boolean {
  const told = changes.find(({ from }) => from[0] === '/method')?.before[0];
  const method = told ?? valueAt(document, ['method']);
  return /^(?:POST|PUT|PATCH)$/i.test(String(method));
}
