// What is said of blocks that name v1 clusters, or take their place, beside the clusters themselves.
import { documentRule, error, warning } from '../define.js';

/** Blocks that name addresses, and clusters where they are not rewritten. */
export const terraformAddress = documentRule({
  id: 'terraform/address',
  kind: 'flag',
  summary:
    'Each v1 cluster is declared once, in native syntax, and nothing else claims its address or that of its v2 form.',
  evidence: "Terraform's documentation of import, override files and JSON syntax.",
  messages: {
    import: error(
      'This block imports a v1 cluster, which asks v1.',
      'Apply it while v1 answers, or give the id as a decision and remove the block.',
    ),
    stated: warning(
      '{address} is in the state, and what is known of the configuration has no such instance; it is imported.',
      'Check that the values which count or for_each read are in a file that Terraform loads, such as terraform.tfvars; else remove the import.',
    ),
    override: error(
      'A file whose name ends in override.tf is laid over the other files; a v1 cluster in it is not understood.',
      'Move what it says to where the cluster is declared.',
    ),
    json: error(
      'A v1 cluster is declared in this file; JSON files are not rewritten.',
      'Write the cluster in native syntax, in a file that ends in .tf.',
    ),
    'json-other': error(
      '{type} in this file asks v1; every plan fails with it once v1 is off, and JSON files are not rewritten.',
      'Remove it, or write it in native syntax, in a file that ends in .tf.',
    ),
    beta: warning(
      'ionoscloud_dbaas_pgsql_cluster is the resource of the beta of 2021, which the provider no longer knows; it is left as it is.',
      'Write it as ionoscloud_pg_cluster first, with the arguments of v1.',
    ),
  },
});
