// The operations of both versions as a Markdown table: which v2 request takes the place of which v1 request.
import { facts } from '../../facts/index.js';
import { codeMarkdown, escapeMarkdown } from '../formats/markdown-text.js';

interface Call {
  readonly method: string;
  readonly path: string;
}

/** Renders the table of operations. */
export function renderOperationsTable(): string {
  const rows = facts.operations.rows.map(
    ({ v1, v2, note }) => `| ${nameCall(v1)} | ${nameCall(v2)} | ${escapeMarkdown(note)} |\n`,
  );
  return `| v1 | v2 | what differs |\n| --- | --- | --- |\n${rows.join('')}`;
}

function nameCall(call: Call | undefined): string {
  return call ? codeMarkdown(`${call.method} ${call.path}`) : '–';
}
