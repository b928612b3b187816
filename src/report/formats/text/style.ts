// The look of a text report. Colour comes from outside: a palette is what a colour library offers, and the plain one
// changes nothing.
import type { Severity } from '../../../model/finding.js';
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

/** The paints of severities. */
export const severityPaints: Readonly<Record<Severity, keyof Palette>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

/** Makes a text a link, for terminals that show links. */
export type Link = (text: string, url: string) => string;

/** The look of a text report, with nothing left open. */
export interface TextStyle {
  readonly palette: Palette;
  /** Width of a text in terminal columns. */
  readonly measure: Measure;
  /** Columns of the terminal, to break long sentences at; endless for files. */
  readonly width: number;
  /** Makes a finding's code a link to the documentation of its rule. */
  readonly linkRule: (text: string, rule: string) => string;
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
