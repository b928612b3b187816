// Which decisions the findings of a fleet ask for, and where in a decisions file each belongs.
import {
  decisionParts,
  type Json,
  listAsked,
  type Report,
  type ReportDocument,
  type ReportFinding,
} from '../../index.js';

/** A decision that is open for some documents. */
export interface OpenDecision {
  /** The part of the file, and the keys below it. */
  readonly part: (typeof decisionParts)[number];
  readonly keys: readonly string[];
  /** The v2 path to decide. */
  readonly path: string;
  /** What the findings say, without repetition. */
  readonly says: string[];
  readonly suggestions: Json[];
  /** The documents it unblocks, or spares a doubt. */
  readonly documents: string[];
  /** Whether one of them is blocked without it. */
  unblocks: boolean;
}

/** What differs from cluster to cluster, so that one value for all would be wrong. */
const own = /^(?:name|description|connection(?:\.|$)|restoreFromBackup\.|credentials\.password$)/;
/** Words of v1 that mean the same in every document. */
const shared = /^(?:location|backup\.location|replicationMode|connectionPooler|maintenanceWindow\.|version$)/;
const shownSentences = 3;

/**
 * Lists the open decisions in the order in which the documents ask for them. Only findings say what is open.
 */
export function listOpenDecisions({ documents }: Report): OpenDecision[] {
  const open = new Map<string, OpenDecision>();
  for (const document of documents) {
    const cluster = keyOf(document);
    // What a document is offered for a path is not what others are.
    const offered = new Set(document.findings.flatMap(({ choices = {} }) => Object.keys(choices)));
    for (const finding of document.findings) {
      for (const path of asksFor(finding)) addDecision(open, path, { document, finding, offered, cluster });
    }
  }
  return [...open.values()].sort((a, b) => decisionParts.indexOf(a.part) - decisionParts.indexOf(b.part));
}

/** Whether a document asks for a decision. */
export function isOpen({ findings }: ReportDocument): boolean {
  return findings.some((finding) => asksFor(finding).length > 0);
}

function asksFor(finding: ReportFinding): readonly string[] {
  return finding.severity === 'info' ? [] : listAsked(finding);
}

interface Asking {
  readonly document: ReportDocument;
  readonly finding: ReportFinding;
  readonly offered: ReadonlySet<string>;
  /** The key of the document among clusters. */
  readonly cluster: string;
}

/** What a document is known by, whatever stands beside it. */
function keyOf({ id, address, digest, label }: ReportDocument): string {
  return id ?? address ?? digest ?? label;
}

function addDecision(open: Map<string, OpenDecision>, path: string, asking: Asking): void {
  const { document, finding } = asking;
  const place = findPlace(path, asking);
  const key = JSON.stringify(place);
  const known = open.get(key);
  const decision = known ?? { ...place, path, says: [], suggestions: [], documents: [], unblocks: false };
  open.set(key, decision);
  if (!decision.says.includes(finding.message) && decision.says.length < shownSentences)
    decision.says.push(finding.message);
  const label = document.name ? `${document.label} (${document.name})` : document.label;
  if (!decision.documents.includes(label)) decision.documents.push(label);
  if (finding.severity === 'error') decision.unblocks = true;
  const suggested = finding.suggestion?.[path];
  const proposed = [...(suggested === undefined ? [] : [suggested]), ...(finding.choices?.[path] ?? [])];
  for (const value of proposed) if (!decision.suggestions.includes(value)) decision.suggestions.push(value);
}

/** Where the decision belongs. */
function findPlace(path: string, { finding, offered, cluster }: Asking): Pick<OpenDecision, 'part' | 'keys'> {
  const { value, settle } = finding;
  if (settle === 'override' && shared.test(path) && typeof value === 'string')
    return { part: 'map', keys: [path, value] };
  if (settle === 'override' || own.test(path) || offered.has(path)) return { part: 'clusters', keys: [cluster, path] };
  return { part: 'defaults', keys: [path] };
}
