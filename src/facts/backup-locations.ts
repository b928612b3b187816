// Backup locations. The v2 list is per region and asked with GET /backup-locations; this is what has been seen.
import type { Dated } from '../model/dated.js';

/** Backup locations known for each version. */
export interface BackupLocations {
  readonly v2: readonly string[];
  readonly v1Only: readonly string[];
}

/** The backup locations seen so far. */
export const backupLocations: Dated<BackupLocations> = {
  data: {
    v2: ['eu-central-3', 'eu-central-4', 'us-central-1'],
    v1Only: ['de', 'eu-south-2', 'eu-central-2'],
  },
  source: 'acceptance tests of the Ansible module and Terraform provider for API v2; enum of the v1 SDKs',
  checked: '2026-07-24',
};
