// What `verify` says of a v1 document beside a v2 document: what IONOS or the server is known to do, what changed on
// one side since, and what v1 said and v2 does not.
import { documentRule, error, info, warning } from '../define.js';

const shared = {
  kind: 'flag',
  evidence: 'Comparison of the translated v1 document with the v2 document.',
} as const;

/** Differences that are no surprise. */
export const verifyExpected = documentRule({
  ...shared,
  id: 'verify/expected',
  summary: 'A difference that IONOS, the server or the units are known to make.',
  messages: {
    rounded: info('{path} is {v2} GB; v1 counts MB and had no whole number of GB.'),
    weakened: info('SYNCHRONOUS became ASYNCHRONOUS, as IONOS moved such clusters.'),
    filled: info('v1 does not say {path}; v2 does.'),
    proposed: info('{path} is {v2}, what v2 takes in place of {v1}.'),
    'backup-location': info('Backups are at {v2}; v1 called the location {v1}.'),
    'storage-class': info('The cluster was on {v1}; v2 stores on SSD Premium only.'),
    credentials: info('v1 says {path}, which an answer of v2 never holds.'),
    'write-only': info('v1 says {path}, which Terraform never shows of v2.'),
    'secret-expression': info('{path} is an expression on one side; what it gives is not compared.'),
    sent: info('The apply sends the credentials, which an import does not bring.'),
    computed: info('Known after the apply, when the server says what they are: {paths}.'),
    timeouts: info('timeouts changes; it is of Terraform alone.'),
    default: info('v1 says {path} {v1}, which is what v2 does where nothing is said.'),
  },
});

/** Differences that came about since. */
export const verifyDrift = documentRule({
  ...shared,
  id: 'verify/drift',
  summary: 'A value that is another one in v2: it changed on one side since.',
  messages: {
    changed: warning(
      '{path} is {v2} in v2; v1 gives {v1}.',
      'Find out which is right: update the stored document, or the cluster.',
    ),
    added: warning(
      '{path} is {v2} in v2; v1 has nothing like it, and it is not what v2 does by itself.',
      'Make sure that it is wanted.',
    ),
    unknown: warning(
      'v2 says {path}, which this tool does not know; its value is not shown.',
      'Make sure that it is wanted.',
    ),
    secret: warning('{path} is another one in v2; neither is shown.', 'Find out which is right.'),
    unclear: warning(
      '{path} is {v2} in v2; what v1 says has no v2 form by itself: {v1}.',
      'Compare by hand, or give the decision that was made: --override {path}=VALUE.',
    ),
    defaulted: warning(
      'v2 does not say {path}; v1 gives {v1}, which v2 only does by itself.',
      'Say it, so that it does not hang on what v2 does by itself.',
    ),
    applied: warning(
      'The apply changes {path} from {before} to {after}.',
      'Find out which is right: correct the configuration, or let the cluster be changed.',
    ),
    undetermined: warning(
      '{path} is only known once the plan is applied; v1 gives {v1}.',
      'Apply what it depends on first, and plan again.',
    ),
    expression: warning(
      '{path} could not be compared: v1 gives {v1}, v2 says {v2}, and nothing here tells what the expressions give.',
      'Compare by hand, or judge the plan: verify --plan.',
    ),
    'new-cluster': warning(
      'The v2 document has no id and makes another cluster; v1 has the cluster {v1}.',
      'Add the id, or say --to create if a new cluster is meant.',
    ),
    host: warning(
      'The v2 document is of another host than the location of v1: {v2}, not {v1}.',
      'Find out where the cluster is.',
    ),
    'only-v2': warning('The cluster {name} is in v2 only.', 'It was made since, or its v1 document is missing.'),
  },
});

/** What got lost. */
export const verifyLoss = documentRule({
  ...shared,
  id: 'verify/loss',
  summary: 'v1 said something that v2 does not say.',
  messages: {
    missing: error('v1 gives {path} {v1}; v2 does not say it.', 'Add it to the v2 document, or to the cluster.'),
    'missing-secret': error('v1 gives {path}; v2 does not say it.', 'Add it to the v2 document.'),
    untranslated: error(
      'v2 does not say {path}; what v1 says has no v2 form by itself: {v1}.',
      'Find out what it is to be, and add it to the v2 document.',
    ),
    required: error('v2 does not say {path}, and cannot do without it.', 'Add it, or compare with GET on the v2 host.'),
    'only-v1': error(
      'The cluster {name} is in v1 only.',
      'Look for it with GET /clusters on the v2 hosts of all regions.',
    ),
  },
});

/** Documents that cannot be compared. */
export const verifySides = documentRule({
  ...shared,
  id: 'verify/sides',
  summary: 'The first document is of v1, the second of v2, and both are clusters.',
  messages: {
    'v1-as-v2': error(
      'The document should be of v2 and is of v1 ({kind}).',
      'Name the v1 document first, the v2 document second.',
    ),
    'v2-as-v1': error(
      'The document should be of v1 and is of v2 ({kind}).',
      'Name the v1 document first, the v2 document second.',
    ),
    'no-cluster': error('The document is no cluster: {reason}.', 'Name documents of clusters, or lists of them.'),
    'no-plan': error(
      'This is no Terraform plan.',
      'Pass what terraform show -json prints of one: terraform plan -out FILE, then terraform show -json FILE.',
    ),
    nothing: error(
      'There is no cluster to compare on the {side} side.',
      'Name documents of clusters, or lists of them.',
    ),
  },
});
