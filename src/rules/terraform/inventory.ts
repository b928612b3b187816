// What is said of users, databases and data sources of v1 in a Terraform module.
import { documentRule, error, info } from '../define.js';

const forget =
  'Decide forget: true under {address}: Terraform then forgets it, and it stays in the database, where SQL manages it.';

/** Users and databases. */
export const terraformInventory = documentRule({
  id: 'terraform/inventory',
  kind: 'flag',
  summary: 'v2 has no resources for users and databases; left in a module, they fail every plan once v1 is off.',
  evidence: "IONOS' Terraform provider: resources of v2; plans against a v1 that is gone.",
  messages: {
    user: error('v2 has no resource for users; every plan fails with this one once v1 is off.', forget),
    database: error('v2 has no resource for databases; every plan fails with this one once v1 is off.', forget),
    forgotten: info('Terraform forgets it; it stays in the database, where SQL manages it.'),
    'read-elsewhere': error(
      '{attribute} of what is forgotten is read here, and nothing in the module gives it.',
      'Write the value here, or remove it.',
    ),
  },
});

/** Data sources of v1. */
export const terraformData = documentRule({
  id: 'terraform/data',
  kind: 'flag',
  summary: 'A data source of v1 asks v1, and every plan fails with it once v1 is off.',
  evidence: "IONOS' Terraform provider: data sources of both versions.",
  messages: {
    'v1-data': error(
      'data {type} asks v1; every plan fails with it once v1 is off.',
      'Read {instead} in its place; its arguments and attributes have other names.',
    ),
    'v1-only': error(
      'data {type} asks v1; every plan fails with it once v1 is off, and v2 has no data source in its place.',
      'Remove it, and write what it gave as a variable.',
    ),
  },
});
