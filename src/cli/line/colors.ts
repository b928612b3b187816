// Whether to colour, and with what.
import colors from 'picocolors';
import type { Palette } from '../../index.js';

/** The values of `--color`. */
export const colorChoices = ['auto', 'always', 'never'] as const;

/** When to colour. */
export type ColorChoice = (typeof colorChoices)[number];

/** The palette for a stream: `auto` colours a terminal, unless NO_COLOR is set or the terminal is dumb. */
export function choosePalette(choice: ColorChoice, stream: { readonly isTTY?: boolean }): Palette {
  return colors.createColors(choice === 'always' || (choice === 'auto' && wantsColor(stream)));
}

function wantsColor(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, TERM } = process.env;
  return Boolean(stream.isTTY) && !NO_COLOR && TERM !== 'dumb';
}
