// Which decisions stand between a fleet and v2, grouped by what its documents have in common: for each value that is asked
// for the widest section of a decisions file that fits, and what is known of it.
import {
  groupBy,
  isWaiting,
  type Json,
  listAsked,
  locationsOf,
  type Report,
  type ReportDocument,
  type ReportFinding,
  type Section,
  sections,
} from '../../index.js';

/** A value that documents wait for. */
export interface OpenDecision {
  readonly section: Section;
  /** The key that the path stands behind: a region, or a cluster. */
  readonly owner?: string;
  /** The v2 path to decide. */
  readonly path: string;
  /** Of a map, what it calls the v1 value. */
  readonly key?: string;
  /** What it is to be, where that is known. */
  readonly value?: Json;
  /** Of which one is to be chosen, where these are known. */
  readonly choices: readonly Json[];
  /** What the findings say, each sentence once. */
  readonly says: readonly string[];
  /** The documents that wait for it. */
  readonly documents: readonly ReportDocument[];
}

/** What one document asks for. */
interface Ask extends Pick<OpenDecision, 'section' | 'owner' | 'path' | 'value' | 'choices'> {
  readonly key?: string | undefined;
  readonly document: ReportDocument;
  readonly finding: ReportFinding;
}

/** A map of more words than these is no shorter than what repairs them all. */
const mostWords = 5;
/** Where one word serves for all that v2 refuses; elsewhere each v1 value becomes a value of its own. */
const alike = /^(?:credentials\.username|maintenanceWindow\.|connectionPooler$)/;

/** Lists what blocked documents wait for, section by section. Only errors wait. */
export function listOpenDecisions({ documents }: Report): OpenDecision[] {
  const asks = documents.flatMap((document) => document.findings.flatMap((finding) => listAsks(document, finding)));
  const rank = ({ section }: OpenDecision) => sections.indexOf(section);
  return group(widen(asks)).sort((a, b) => rank(a) - rank(b) || compareEntries(a, b));
}

function listAsks(document: ReportDocument, finding: ReportFinding): Ask[] {
  if (!isWaiting(finding)) return [];
  const asked = listAsked(finding);
  // Where a value is proposed, it settles the finding, and what else would is another way.
  const proposed = asked.filter((path) => finding.suggestion?.[path] !== undefined);
  return (proposed.length > 0 ? proposed : asked).map((path) => describeAsk(path, finding, document));
}

function describeAsk(path: string, finding: ReportFinding, document: ReportDocument): Ask {
  const { section = 'clusters', suggestion, key } = finding;
  const choices = listChoices(path, document);
  const value = suggestion?.[path];
  const about = { path, choices, document, finding, ...(value === undefined ? {} : { value }) };
  // What a document is offered is not what others are.
  if (section === 'clusters' || choices.length > 0) return { ...about, section: 'clusters', owner: keyOf(document) };
  if (section === 'map' && key !== undefined) return { ...about, section, key };
  const [region] = section === 'regions' ? locationsOf(document.location ?? '') : [];
  if (region !== undefined) return { ...about, section, owner: region };
  return { ...about, section: section === 'regions' ? 'defaults' : section };
}

function listChoices(path: string, { findings }: ReportDocument): Json[] {
  return findings.flatMap(({ choices = {} }) => choices[path] ?? []);
}

/** What a document is known by, whatever stands beside it. */
export function keyOf({ id, digest, label }: ReportDocument): string {
  return id ?? digest ?? label;
}

/** Looks at all that is asked for one path: whether a line for all of it is right, and shorter. */
function widen(asks: readonly Ask[]): Ask[] {
  return [...groupBy(asks, ({ path }) => path).values()].flatMap((own) => {
    const words = new Set(own.flatMap(({ key, value }) => (value === undefined ? (key ?? []) : [])));
    const isLong = words.size > mostWords && alike.test(own[0]?.path ?? '');
    const refused = new Set(own.filter(isForAll).map(nameRefused));
    return own.map((ask) => {
      if (isLong && ask.section === 'map') return { ...ask, section: 'repairs' as const, key: undefined };
      // Sizes that v2 refuses for different reasons become different sizes.
      return isForAll(ask) && refused.size > 1
        ? { ...ask, section: 'clusters' as const, owner: keyOf(ask.document) }
        : ask;
    });
  });
}

/** Whether one size would be given to all clusters whose size v2 refuses. */
function isForAll({ section, path, value }: Ask): boolean {
  return section === 'repairs' && value === undefined && path.startsWith('instances.');
}

/** What v2 refuses: the sentence says the size, but of values of the wrong type, which are all different. */
function nameRefused({ finding, document }: Ask): string {
  return finding.rule === 'document/wrong-type' ? document.anchor : finding.message;
}

function group(asks: readonly Ask[]): OpenDecision[] {
  const places = groupBy(asks, ({ section, owner, path, key }) => JSON.stringify([section, owner, path, key]));
  return [...places.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { section, owner, path, key } = first;
    const values = new Set(own.map(({ value }) => value));
    const [value] = values;
    return [
      {
        section,
        path,
        ...(owner === undefined ? {} : { owner }),
        ...(key === undefined ? {} : { key }),
        ...(value === undefined || values.size > 1 ? {} : { value }),
        choices: [...new Set(own.flatMap(({ choices }) => choices))],
        says: [...new Set(own.map(({ finding }) => finding.message))],
        documents: [...new Set(own.map(({ document }) => document))],
      },
    ];
  });
}

/** What most wait for stands first; what is of one path, or of one cluster, stays together. */
function compareEntries(a: OpenDecision, b: OpenDecision): number {
  return a.section === 'clusters' || a.section === 'map' ? 0 : b.documents.length - a.documents.length;
}
