// Whether a terminal shows links (OSC 8), and how they are written. Terminals do not tell, so those known are named.

const programs: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'Tabby']);
const variables = ['KITTY_WINDOW_ID', 'WT_SESSION', 'DOMTERM', 'KONSOLE_VERSION', 'ALACRITTY_WINDOW_ID'] as const;
/** VTE shows links since 0.50. */
const oldestVte = 5000;

/** Writes links, where the stream is a terminal that shows them; FORCE_HYPERLINK=1 or 0 decides for it. */
export function chooseLink(
  stream: { readonly isTTY?: boolean },
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
