// Says [redacted] where something that is shown repeats a secret.
import { redacted } from './json.js';
import { createNeedles, type Needles } from './needles.js';
import { copyWith } from './walk.js';

/** A shorter text is part of too many names. */
export const shortestSecret = 6;

/** Secrets made ready to be looked for, in every way that this program writes them. */
export function needlesOf(secrets: readonly string[], shortest: number = shortestSecret): Needles {
  return createNeedles(secrets.flatMap(writingsOf).filter(({ length }) => length >= shortest));
}

/** Things with some of their members as they may be said. */
export function hideIn<T extends object>(
  things: readonly T[],
  needles: Needles,
  isSaid: (member: string) => boolean,
): T[] {
  const hide = (value: unknown) => (typeof value === 'string' ? needles.replaceIn(value, redacted) : undefined);
  return things.map((thing) => {
    const said = Object.entries(thing).filter(([member]) => isSaid(member));
    return Object.assign({}, thing, ...said.map(([member, value]) => ({ [member]: copyWith(value, '', hide) })));
  });
}

/** What findings and changes have of the program, or of places: everything else may repeat what a document says. */
const own: ReadonlySet<string> = new Set(['code', 'rule', 'severity', 'kind', 'from', 'to', 'at', 'there', 'decision']);

/** Whether a member of a finding or a change may repeat what a document says. */
export function mayRepeat(member: string): boolean {
  return !own.has(member);
}

/** A secret in each way that a name of v2 or of a file may be made of it. */
function writingsOf(secret: string): string[] {
  const letters = secret.normalize('NFKD').replaceAll(/\p{M}+/gu, '');
  const kept = letters.replaceAll(/[^A-Za-z0-9._\s-]/g, '').replaceAll(/\s+/g, '-');
  return [secret, kept, letters.replaceAll(/[^A-Za-z0-9._-]+/g, '-')];
}
