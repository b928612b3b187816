// What is said of units beside the variables that give sizes.
import { documentRule, error } from '../define.js';

/** Units of variables. */
export const terraformVariableUnits = documentRule({
  id: 'terraform/variable-units',
  kind: 'flag',
  summary: 'v1 counts memory and disks in MB; what says another unit of its value, and gives it as it is, is a slip.',
  evidence: "IONOS' Terraform provider (ram and storage_size in MB); modules in public places whose variables say GB.",
  messages: {
    'gb-as-mb': error(
      'The variable {variable} ({place}) says GB, and {argument} takes its value as MB.',
      'Find out what the cluster has; then multiply by 1024 here, or correct what is said of the variable.',
    ),
    'mb-multiplied': error(
      'The variable {variable} ({place}) says MB, and {argument} takes 1024 times its value.',
      'Find out what the cluster has; then remove the multiplication, or correct what is said of the variable.',
    ),
  },
});
