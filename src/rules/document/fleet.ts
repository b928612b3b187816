// What is said of documents beside one another.
import { documentRule, warning } from '../define.js';

/** Two documents that say they are the same cluster. */
export const documentFleet = documentRule({
  id: 'document/fleet',
  kind: 'flag',
  summary: 'Documents of one run that have the same cluster id say the same.',
  evidence: 'A cluster id is unique; documents that differ are of different times.',
  messages: {
    'same-id': warning(
      'Another document has the same cluster id and says something else: {other}.',
      'Find out which of them is up to date, and leave out the other.',
    ),
  },
});
