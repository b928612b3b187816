// The command lines that would supply what is still open, one for each file.
import { type Finding, listAsked, type Severity } from '../model/finding.js';
import type { Json } from '../model/json.js';
import { itemDecision } from '../schema/item-decision.js';
import { toPrintable } from './printable.js';
import { type Aged, counts } from './verdict.js';

/** An option of the run, which its command lines repeat. */
export interface RunOption {
  /** As on a command line: `--set`, `name=orders`. */
  readonly words: readonly string[];
  /** The v2 path that it supplies; a line that supplies this anew leaves the option out. */
  readonly path?: string;
  /** Set where only `convert` has it. */
  readonly isOutput?: true;
}

/** A document as far as something is to be supplied for it. */
export interface Supplied {
  readonly source: string;
  /** Its address in Terraform. */
  readonly address?: string;
  readonly findings: readonly Aged[];
  readonly options?: readonly RunOption[];
}

type Decisions = Map<string, { readonly settle: 'set' | 'override'; readonly values: Set<string> }>;

const secretPaths = new Set(['credentials.password']);
/** What asks for a decision, the urgent first. */
const openSeverities: readonly Severity[] = ['error', 'warning'];
const plainWord = /^[\w.,:/@%+=-]+$/;

/**
 * The command lines, a file each, in the order of the documents, where something is asked that is not known. Values stand where the findings propose them, `VALUE`
 * where a person must choose, and `NAME` for the environment variable that holds a secret. An override speaks to every
 * document of a file, so where a file has several the line makes a decisions file, which tells clusters apart.
 */
export function listSupplyLines(documents: readonly Supplied[]): string[] {
  const files = new Map<string, { readonly decisions: Decisions; documents: number; isNew: boolean }>();
  for (const document of documents) {
    const { findings } = document;
    const source = nameUnit(document);
    const file = files.get(source) ?? { decisions: new Map(), documents: 0, isNew: false };
    files.set(source, file);
    file.documents += 1;
    file.isNew ||= findings.some(counts);
    for (const severity of openSeverities) {
      for (const finding of findings) if (finding.severity === severity) collectDecisions(file.decisions, finding);
    }
  }
  const open = [...files].filter(([, { decisions, isNew }]) => decisions.size > 0 && isNew);
  const options = documents[0]?.options ?? [];
  return open.map(([source, { decisions, documents: count }]) => {
    const kept = options.filter(({ path }) => path === undefined || !decisions.has(path));
    const overrides = [...decisions.values()].some(({ settle }) => settle === 'override');
    const input = (chosen: readonly RunOption[]) =>
      [nameInput(source), ...chosen.flatMap(({ words }) => words.map(quoteWord))].join(' ');
    if (overrides && count > 1)
      return `ionos-pg-migrate audit ${input(kept.filter(({ isOutput }) => !isOutput))} --init-decisions decisions.yaml`;
    return `ionos-pg-migrate convert ${input(kept)} ${listOptions(decisions)}`;
  });
}

/** What a command line names for a document: its file, or the folder of its module. */
function nameUnit({ source, address }: Supplied): string {
  if (address === undefined || !source.endsWith('.tf')) return source;
  return /^(.*)[/\\][^/\\]*$/.exec(source)?.[1] ?? '.';
}

function collectDecisions(decisions: Decisions, finding: Finding): void {
  for (const path of listProposed(finding)) {
    const earlier = decisions.get(path);
    const values = earlier?.values ?? new Set<string>();
    const suggested = path === itemDecision ? finding.choices?.[path]?.[0] : finding.suggestion?.[path];
    if (suggested !== undefined) values.add(writeValue(suggested));
    // An override also fills what is missing, so it serves where findings on one path differ.
    const settle = earlier?.settle === 'override' ? 'override' : (finding.settle ?? 'set');
    decisions.set(path, { settle, values });
  }
}

/** Where a finding proposes values, they settle it, and what else would is another way. */
function listProposed(finding: Finding): readonly string[] {
  const asked = listAsked(finding);
  const proposed = asked.filter((path) => finding.suggestion?.[path] !== undefined);
  return proposed.length > 0 ? proposed : asked;
}

function listOptions(decisions: Decisions): string {
  const options: string[] = [];
  for (const [path, { settle, values }] of decisions) {
    const [value] = values.size === 1 ? values : ['VALUE'];
    if (path === itemDecision) options.push(`--${path} ${value}`);
    else
      options.push(
        secretPaths.has(path) ? `--${settle}-env ${path}=NAME` : `--${settle} ${quoteWord(`${path}=${value}`)}`,
      );
  }
  return options.join(' ');
}

function nameInput(source: string): string {
  if (source === '<stdin>') return '-';
  // A name that begins like an option is a path all the same.
  return quoteWord(source.startsWith('-') ? `./${source}` : source);
}

function writeValue(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A word as a shell takes it. */
export function quoteWord(word: string): string {
  const text = toPrintable(word);
  return plainWord.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
