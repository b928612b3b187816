// What is said of a cluster as a resource of Terraform, beside what v2 makes of its values.
import { documentRule, error, info, warning } from '../define.js';

/** Importing what is there, in place of creating it. */
export const terraformImport = documentRule({
  id: 'terraform/import',
  kind: 'flag',
  summary: 'An import block takes the cluster that is there into the v2 resource.',
  evidence: 'IONOS provider 6.7.34 (import by LOCATION:ID); Terraform 1.11 (import blocks stand in root modules only).',
  messages: {
    'no-id': error(
      'Nothing tells the id of {address}; without an import of it, Terraform would create a second cluster.',
      'Name the state with --state FILE, or the id in a decisions file, at clusters, under the address: id: UUID. For a single cluster --id UUID does as well.',
    ),
    'no-instances': error(
      'Nothing tells which clusters {address} stands for, and each needs an import.',
      'Name the state with --state FILE, or give the variables that count or for_each reads their values.',
    ),
    'no-location': error(
      'Nothing tells the location of {address}, which its import has to name.',
      'Give what the location reads a value, or choose with --override location=LOCATION.',
    ),
    'in-root': warning(
      'The root module is no part of the run, and the import of {address} belongs there.',
      'Add a block import to the root module, with to = {to} and id = {id}, before the next plan.',
    ),
  },
});

/** Several clusters of one block. */
export const terraformInstances = documentRule({
  id: 'terraform/instances',
  kind: 'flag',
  summary: 'One block stands for several clusters, and says the same of all.',
  evidence: 'Terraform (count, for_each, modules that are called several times).',
  messages: {
    differ: error(
      'The clusters of {address} need different values for {path}: {values}.',
      'Choose one for all with --override {path}=VALUE, or write an expression that tells them apart before the conversion.',
    ),
  },
});

/** The form of a block. */
export const terraformBlock = documentRule({
  id: 'terraform/block',
  kind: 'flag',
  summary: 'The block of a cluster is read as it is written.',
  evidence: 'IONOS provider 6.7.34; HCL native syntax.',
  messages: {
    dynamic: error(
      'The block {name} is dynamic; what it is becomes an argument of v2, which is written once.',
      'Write the block out, and convert again.',
    ),
    repeated: error('The block {name} stands here twice.', 'Remove one of the two.'),
    'as-attribute': error(
      'The block {name} is written as an argument, which cannot be read.',
      'Write it as a block: {name}, and its arguments between braces.',
    ),
    'not-a-name': error(
      '{name} is no name that Terraform takes for a resource.',
      'Begin it with a letter or _, and use letters, digits, - and _ only.',
    ),
    exists: error(
      'The module has a v2 resource of that name already, so the block is left alone.',
      'Where the v2 resource is in the state, replace the v1 block by a block removed; else take the v2 resource out, and convert again.',
    ),
  },
});

/** Arguments of v1's resource that no API has. */
export const terraformArguments = documentRule({
  id: 'terraform/arguments',
  kind: 'flag',
  summary: 'What only the provider of v1 knows is left out.',
  evidence: 'IONOS provider 6.7.34 (schemas of both resources).',
  messages: {
    'allow-replace': info('allow_replace is left out: v2 has nothing like it.'),
    'timeouts-read': info('The timeout for reading is left out: v2 has none.'),
  },
});

/** What is known to v2's provider. */
export const terraformLocation = documentRule({
  id: 'terraform/location',
  kind: 'flag',
  summary: 'The location chooses the host, and must be one that the provider knows.',
  evidence: 'IONOS provider 6.7.34 (table of hosts, without de/fra/1).',
  messages: {
    region: info('The provider does not know {location}; {region}, which has the same host, is written.'),
    unknown: error(
      'The expression gives {location}, which the provider does not know; {region} has the same host.',
      'Change what it gives to {region}, or write it here: --override location={region}.',
    ),
  },
});

/** What the first apply would do to a pooler that the configuration does not name. */
export const terraformPooler = documentRule({
  id: 'terraform/pooler',
  kind: 'flag',
  summary: 'Where the configuration is silent on the pooler, the first apply leaves it out, and v2 disables it.',
  evidence: 'IONOS provider 6.7.34 (optional and computed, left out of the PUT); v2 SDK (default DISABLED).',
  messages: {
    silent: warning(
      'The configuration says nothing of the connection pooler, and no state tells it: the first apply would disable one that is enabled.',
      'Name the state with --state FILE, or choose with --set connectionPooler=DISABLED, TRANSACTION or SESSION.',
    ),
  },
});

/** Lifecycle settings. */
export const terraformLifecycle = documentRule({
  id: 'terraform/lifecycle',
  kind: 'flag',
  summary: 'A plan that would replace the cluster fails until its adoption is done.',
  evidence: 'Terraform (prevent_destroy); IONOS provider 6.7.34 (crash on an update after credentials were ignored).',
  messages: {
    guarded: info(
      'prevent_destroy is on, so that a plan which would replace the cluster fails.',
      'Take it out when the cluster is adopted, if it was not there before.',
    ),
    'credentials-ignored': warning(
      'ignore_changes names credentials or all: the first plan is a pure import, but provider 6.7.34 crashes on the next update of the cluster.',
      'Name the leaf that is to be ignored, such as credentials.username, or take it out after the import.',
    ),
  },
});

/** Values from the environment, in a file. */
export const terraformSecret = documentRule({
  id: 'terraform/secret',
  kind: 'flag',
  summary: 'A value that a person supplies is written as a literal.',
  evidence: 'Inferred: a module has no other place for it.',
  messages: {
    'in-clear': warning(
      'The value of {path} came from the environment, and stands in clear in the file.',
      'Put it into a sensitive variable before the file is committed.',
    ),
  },
});

/** What comes after a conversion. */
export const terraformPlan = documentRule({
  id: 'terraform/plan',
  kind: 'flag',
  summary: 'The plan shows whether the clusters are adopted.',
  evidence: 'IONOS provider 6.7.34 and Terraform 1.11.4 against stand-ins of both APIs.',
  messages: {
    next: info(
      'A plan of the converted module has to show {count} to import, 0 to add and 0 to destroy; changes are of credentials and computed fields only.',
      'Run terraform init -upgrade and terraform plan -out FILE, and give terraform show -json FILE to verify --plan.',
    ),
  },
});
