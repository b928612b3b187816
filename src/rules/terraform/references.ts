// What is said of places that read a v1 cluster in the rest of a Terraform module.
import { documentRule, error, warning } from '../define.js';

/** References to a cluster. */
export const terraformReference = documentRule({
  id: 'terraform/reference',
  kind: 'flag',
  summary: 'What reads a v1 cluster reads the v2 cluster instead; what has no form there stays, and is an error.',
  evidence: "Attributes of both resources of IONOS' Terraform provider; plans of converted modules.",
  messages: {
    computed: warning(
      '{attribute} is read here in MB; v2 has GB, so that it is multiplied by 1024.',
      'Let what reads it take GB, and remove the multiplication.',
    ),
    whole: warning(
      'The cluster is read as a whole here; its attributes have other names in v2.',
      'Check what is done with it, and read single attributes where that is enough.',
    ),
    trigger: warning(
      'The first apply changes the credentials of the cluster, and so replaces what stands here.',
      'Name the attribute that is meant, such as its id: a plan then replaces nothing.',
    ),
    'late-read': warning(
      'The first apply changes the cluster, so that what is read here is read only then, and what is built on it may be replaced.',
      'Remove the cluster from depends_on, or read one of its attributes instead.',
    ),
    'no-v2-form': error(
      '{attribute} of a v1 cluster is read here, and v2 has nothing in its place that could be read the same way.',
      'Remove it, or read what v2 has.',
    ),
    'password-literal': error(
      'The password of the cluster is read here; v2 does not give it back, and it is written out in the cluster.',
      'Move it to a variable, and read that in both places.',
    ),
    'own-expression-bound': error(
      '{attribute} of the cluster is read here; v2 does not give it back, and the expression that gives it means something in its block only.',
      'Move it to a local or a variable, and read that in both places.',
    ),
    undeclared: error(
      'A v1 cluster is read here that no file of the module declares.',
      'Correct the name, or add the file that declares it.',
    ),
    json: error(
      'A v1 cluster is read in this file; JSON files are not rewritten.',
      'Write the file in native syntax, or change it by hand: ionoscloud_pg_cluster becomes ionoscloud_pg_cluster_v2.',
    ),
  },
});
