// What is said of calls of ionosctl in scripts, which are not rewritten.
import { documentRule, warning } from '../define.js';

/** Calls of ionosctl that ask v1 of the API. */
export const documentIonosctl = documentRule({
  id: 'document/ionosctl',
  kind: 'flag',
  summary: 'A call of ionosctl that asks v1 is told with the call of v2; scripts are not rewritten.',
  evidence: 'ionosctl at 0e4141a (dbaas postgres and dbaas postgres-v2).',
  messages: {
    replaced: warning(
      'ionosctl {command} asks v1, which has ended. For v2: {line}',
      'Put it in its place; words in capitals are yours to fill in, and a bare size is GB there.',
    ),
    sized: warning(
      '--{flag} {value} is MB in v1; no whole number of GB is the same.',
      'Choose a size in GB for v2, which rounds down what it is given in MB.',
    ),
    'no-command': warning(
      'ionosctl {command} asks v1, which has ended; v2 has no command for it.',
      'Manage users and databases with SQL; logs go to the observability service.',
    ),
  },
});
