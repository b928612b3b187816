// What is said of comments of v1, which follow their fields into the v2 document as far as those have a place there.
import { documentRule, info, warning } from '../define.js';

/** Comments that are lost, or that are wrong where they stand in v2. */
export const documentComment = documentRule({
  id: 'document/comment',
  kind: 'flag',
  summary:
    'A comment follows its field; one whose field has no place in v2 is lost, and one that speaks of MB is wrong.',
  evidence: 'v1 counts ram and storageSize in MB, v2 in GB.',
  messages: {
    lost: info('The comment has no place in v2:{text}', 'Keep what it says elsewhere.'),
    megabytes: warning(
      'The comment speaks of MB, and stands beside {path}, which v2 counts in GB.',
      'Correct the comment in the v2 document.',
    ),
  },
});
