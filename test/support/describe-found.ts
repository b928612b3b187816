// What a document was recognised as, in one line for tables of tests.
import type { detect } from '../../src/recognise/detect.js';

/** `v1 ClusterResponse`, `v1 ClusterList of items`, or the reason with its data. */
export function describeFound(found: ReturnType<typeof detect>): string {
  if (found.kind === 'unknown') return [found.reason, Object.values(found.data).join(' and ')].join(' ').trim();
  const list = found.items === undefined ? '' : ` of ${found.items}`.trimEnd();
  return `${found.version} ${found.kind}${found.bare ? ', bare' : ''}${list}`;
}
