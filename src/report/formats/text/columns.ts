// Lines up the columns of a text report.

/** How many terminal columns a text takes. */
export type Measure = (text: string) => number;

const ascii = /^[ -~]*$/;

/** Counts characters: right for all scripts but those with wide or combining characters. */
export function countCharacters(text: string): number {
  // Counting code by code takes far longer, and most texts are ASCII.
  return ascii.test(text) ? text.length : [...text].length;
}

/**
 * Pads every cell but the last of each row to the width of its column. A cell wider than `limit` does not widen its
 * column, it only pushes the rest of its own row.
 */
export function alignColumns(rows: readonly (readonly string[])[], measure: Measure, limit = 60): string[][] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      const width = measure(cell);
      if (width <= limit) widths[index] = Math.max(widths[index] ?? 0, width);
    }
  }
  return rows.map((row) =>
    row.map((cell, index) => {
      if (index === row.length - 1) return cell;
      return cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - measure(cell)));
    }),
  );
}

/** Breaks a text between words into lines of at most `width` columns. A longer word has a line of its own. */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  if (measure(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Breaks a text behind a mark of one sign and a space, under which it does not go on; or behind no mark. */
export function hangText(
  text: string,
  mark: string,
  { width, measure }: { readonly width: number; readonly measure: Measure },
): string[] {
  const hang = mark === '' ? '' : '  ';
  return wrapText(text, width - hang.length, measure).map((line, index) => (index === 0 ? mark : hang) + line);
}
