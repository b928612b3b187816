// What `verify --plan` says of a Terraform plan beside the comparison of its clusters.
import { documentRule, error, info, warning } from '../define.js';

/** A plan adopts each cluster, and makes, destroys and replaces nothing. */
export const verifyPlan = documentRule({
  id: 'verify/plan',
  kind: 'flag',
  summary: 'A plan imports each v1 cluster that it forgets, and creates, destroys and replaces nothing.',
  evidence: 'Terraform 1.11 (JSON output format 1.2) with the IONOS provider 6.7.34.',
  messages: {
    sums: info('{imports} to import, {adds} to add, {changes} to change, {destroys} to destroy, {forgets} to forget.'),
    errored: error('Terraform could not finish the plan.', 'Correct what terraform plan says, and plan again.'),
    incomplete: warning(
      'The plan leaves something for a later one.',
      'Plan again once it is applied, and verify that plan too.',
    ),
    'left-out': warning(
      'The plan says nothing of {address}, a v1 cluster of the state.',
      'Plan without -target, so that everything is looked at.',
    ),
    'without-clusters': error(
      'The plan concerns no PostgreSQL cluster.',
      'Plan in the folder of the root module whose clusters are moved.',
    ),
    'not-imported': error(
      'The plan forgets {address} and imports no v2 cluster with its id, {id}: nothing would manage it any more.',
      'Add an import block for it; convert writes one where it knows the id.',
    ),
    'imported-twice': error(
      'Several v2 resources import the cluster {id}: {addresses}.',
      'Leave one of them: what two resources manage, they take from one another.',
    ),
    'imported-alone': warning(
      'The plan imports the cluster {id}, and forgets no v1 cluster with that id.',
      'Make sure that it is the right one: its v1 resource may be in another state.',
    ),
    kept: warning('{address} stays a resource of v1, which has ended.', 'Convert it too; every plan asks v1 for it.'),
    'asks-v1': warning(
      '{address} asks v1, which has ended.',
      'Remove it from the configuration, or put what v2 has in its place.',
    ),
    destroyed: error('The plan destroys {address}.', 'Do not apply it. {hint}'),
    replaced: error('The plan destroys {address} and makes another one{because}.', 'Do not apply it. {hint}'),
    created: error('The plan makes a new cluster, {address}.', 'Do not apply it. {hint}'),
    'other-destroyed': warning('The plan destroys {address}.', 'Make sure that it is meant.'),
    'other-replaced': warning(
      'The plan destroys {address} and makes another one{because}.',
      'Make sure that it is meant: replace_triggered_by a cluster does this.',
    ),
    'other-created': warning('The plan makes {address}.', 'Make sure that it is meant.'),
    'other-forgotten': info('The plan forgets {address}; it stays as it is.'),
  },
});
