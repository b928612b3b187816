// The look of a text report. Colour comes from outside: a palette is what a colour library offers, and the plain one
// changes nothing.
import type { Measure } from './columns.js';

/** Gives a text a colour or weight. */
export type Paint = (text: string) => string;

/** The paints a text report uses. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
}

/** The look of a text report, with nothing left open. */
export interface TextStyle {
  readonly palette: Palette;
  readonly measure: Measure;
}

/** The palette that leaves text as it is. */
export const plainPalette: Palette = {
  bold: leaveAsIs,
  dim: leaveAsIs,
  red: leaveAsIs,
  yellow: leaveAsIs,
  green: leaveAsIs,
  cyan: leaveAsIs,
};

function leaveAsIs(text: string): string {
  return text;
}
