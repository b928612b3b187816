// What is said of the versions that a Terraform module takes.
import { documentRule, error, info, warning } from '../define.js';

const upgrade = 'Run terraform init -upgrade before the plan.';

/** `required_version`. */
export const terraformRequiredVersion = documentRule({
  id: 'terraform/required-version',
  kind: 'flag',
  summary: "v2's password is a write-only argument, which Terraform knows since 1.11.",
  evidence: "IONOS' Terraform provider 6.7.30 and newer; Terraform's documentation of write-only arguments.",
  messages: {
    excluded: error(
      'required_version excludes Terraform {needed} and newer, which v2 needs for its write-only password.',
      'Let required_version admit {needed}, and install it.',
    ),
    older: info('required_version admits versions older than {needed}, with which v2 does not work.'),
  },
});

/** The version of IONOS' provider. */
export const terraformProviderVersion = documentRule({
  id: 'terraform/provider-version',
  kind: 'flag',
  summary:
    "IONOS' provider knows v2 clusters as they are written here since 6.7.30; a pin that admits older ones is raised.",
  evidence: "IONOS' Terraform provider: changelog and resource of 6.7.30.",
  messages: {
    excluded: warning(
      "The version of IONOS' provider is raised from {was} to {raised}, since v2 needs {needed} or newer.",
      upgrade,
    ),
    older: info("The version of IONOS' provider is raised from {was} to {raised}.", upgrade),
    none: info("No version of IONOS' provider is asked for; v2 needs {needed} or newer.", upgrade),
    unclear: warning(
      "The version of IONOS' provider cannot be read; v2 needs {needed} or newer.",
      'Check that it admits {needed}, and run terraform init -upgrade before the plan.',
    ),
    json: error(
      "This file excludes version {needed} of IONOS' provider and newer; JSON files are not rewritten.",
      'Let it admit {needed}, and run terraform init -upgrade before the plan.',
    ),
  },
});
