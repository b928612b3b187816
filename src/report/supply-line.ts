// The command lines that would supply what is still open, one for each file.
import { type Finding, listAsked, type Severity } from '../model/finding.js';
import type { Json } from '../model/json.js';
import { itemDecision } from '../schema/decisions.js';
import { toPrintable } from './printable.js';

/** A document as far as something is to be supplied for it. */
export interface Supplied {
  readonly source: string;
  readonly findings: readonly Finding[];
  /** Options of the run, which the line repeats: `--kind`, `restore`. */
  readonly options?: readonly string[];
}

type Decisions = Map<string, { readonly settle: 'set' | 'override'; readonly values: Set<string> }>;

const secretPaths = new Set(['credentials.password']);
/** What asks for a decision, the urgent first. */
const openSeverities: readonly Severity[] = ['error', 'warning'];
const plainWord = /^[\w.,:/@%+=-]+$/;

/**
 * The command lines, a file each, in the order of the documents. Values stand where the findings propose them, `VALUE`
 * where a person must choose, and `NAME` for the environment variable that holds a secret. An override speaks to every
 * document of a file, so where a file has several the line makes a decisions file, which tells clusters apart.
 */
export function listSupplyLines(documents: readonly Supplied[]): string[] {
  const files = new Map<string, { readonly decisions: Decisions; readonly input: string; documents: number }>();
  for (const { source, findings, options = [] } of documents) {
    const input = [nameInput(source), ...options.map(quoteWord)].join(' ');
    const file = files.get(source) ?? { decisions: new Map(), input, documents: 0 };
    files.set(source, file);
    file.documents += 1;
    for (const severity of openSeverities) {
      for (const finding of findings) if (finding.severity === severity) collectDecisions(file.decisions, finding);
    }
  }
  const open = [...files].filter(([, { decisions }]) => decisions.size > 0);
  return open.map(([, file]) => {
    const overrides = [...file.decisions.values()].some(({ settle }) => settle === 'override');
    if (overrides && file.documents > 1) return `ionos-pg-migrate audit ${file.input} --init-decisions decisions.yaml`;
    return `ionos-pg-migrate convert ${file.input} ${listOptions(file.decisions)}`;
  });
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

function quoteWord(word: string): string {
  const text = toPrintable(word);
  return plainWord.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
