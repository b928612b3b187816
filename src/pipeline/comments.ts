// What there is to say of the comments of a document once they have found their places, or none.
import { messagesOf } from '../engine/messages.js';
import type { Finding } from '../model/finding.js';
import { redacted } from '../model/json.js';
import { isAmongCredentials, mentionsSecret } from '../model/secret.js';
import type { PlacedComment } from '../model/translation.js';
import { documentComment } from '../rules/index.js';

const commentFinding = messagesOf(documentComment);
/** The v2 fields that are counted in GB, and in MB in v1. */
const inGigabytes = /\/instances\/(ram|storageSize)$/;
const megabytes = /\b\d*[ \t]?(?:mb|mib|megabytes?|mebibytes?)\b/i;
const shown = 100;

/** What is lost of the comments, and what is wrong where it stands; `base` is the pointer of the document in its text. */
export function describeComments(comments: readonly PlacedComment[], base: string): Finding[] {
  return comments.flatMap(({ path, to, text, at }) => {
    const from = { from: path.slice(base.length) };
    if (to === undefined) return [{ ...commentFinding('lost', { text: quote(path, text) }, from), at }];
    const field = inGigabytes.exec(to)?.[1];
    if (field === undefined || !megabytes.test(text)) return [];
    return [{ ...commentFinding('megabytes', { path: `instances.${field}` }, { ...from, to }), at }];
  });
}

/** One beside credentials, or of a secret, is not quoted. */
function quote(path: string, text: string): string {
  if (isAmongCredentials(path) || mentionsSecret(text)) return ` ${redacted}`;
  const line = text.split(/[\r\n]+/).join(' ');
  return line.length > shown ? `${line.slice(0, shown)}…` : line;
}
