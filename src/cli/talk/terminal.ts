// What a stream shows: colours and the width of a terminal, and links (OSC 8). Terminals do not tell whether they show
// links, so those known are named.
import colors from 'picocolors';
import type { Palette } from '../../index.js';
import type { ReadArguments } from '../line/options.js';

/** Somewhere that text goes, as far as a terminal matters. */
export interface TextStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** When to colour. */
type ColorChoice = ReadArguments['color'];

/** In a narrower terminal, sentences break as if it had this many columns. */
const narrowest = 60;

/** How text looks on a stream: its colours, and where a terminal ends. */
export function fitStream(stream: TextStream, color: ColorChoice): { palette: Palette; width?: number } {
  const { isTTY, columns } = stream;
  const palette = choosePalette(color, stream);
  return isTTY && columns ? { palette, width: Math.max(columns, narrowest) } : { palette };
}

/** The palette for a stream: `auto` colours a terminal, unless NO_COLOR is set or it is dumb; FORCE_COLOR decides alone. */
export function choosePalette(choice: ColorChoice, { isTTY }: TextStream): Palette {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const shows = Boolean(isTTY) && !NO_COLOR && TERM !== 'dumb';
  const isWanted = !FORCE_COLOR ? shows : !['0', 'false'].includes(FORCE_COLOR);
  return colors.createColors(choice === 'always' || (choice === 'auto' && isWanted));
}

const programs: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'Tabby']);
const variables = ['KITTY_WINDOW_ID', 'WT_SESSION', 'DOMTERM', 'KONSOLE_VERSION', 'ALACRITTY_WINDOW_ID'] as const;
/** VTE shows links since 0.50. */
const oldestVte = 5000;

/** Writes links, where the stream is a terminal that shows them; FORCE_HYPERLINK=1 or 0 decides for it. */
export function chooseLink(
  stream: TextStream,
  environment: Readonly<Record<string, string | undefined>>,
): ((text: string, url: string) => string) | undefined {
  const forced = environment['FORCE_HYPERLINK'];
  const shows = forced ? forced !== '0' : Boolean(stream.isTTY) && showsLinks(environment);
  return shows ? (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : undefined;
}

function showsLinks(environment: Readonly<Record<string, string | undefined>>): boolean {
  const { TERM, TERM_PROGRAM = '', VTE_VERSION, CI, TMUX } = environment;
  if (CI || TMUX || TERM === 'dumb') return false;
  if (programs.has(TERM_PROGRAM) || variables.some((name) => environment[name])) return true;
  return Number(VTE_VERSION ?? 0) >= oldestVte;
}
