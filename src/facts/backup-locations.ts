// Backup locations. The v2 list is per region and asked with GET /backup-locations; this is what has been seen.
import type { Dated } from '../model/dated.js';

/** Backup locations known for each version. */
export interface BackupLocations {
  readonly v2: readonly string[];
  /** Locations of v1 only, which are another kind of storage; with the v2 location of the same city, where there is one. */
  readonly v1Only: ReadonlyMap<string, string | undefined>;
}

/** The backup locations seen so far. */
export const backupLocations: Dated<BackupLocations> = {
  data: {
    v2: ['eu-central-3', 'eu-central-4', 'us-central-1'],
    v1Only: new Map([
      ['de', 'eu-central-4'],
      ['eu-central-2', 'eu-central-3'],
      ['eu-south-2', undefined],
    ]),
  },
  source:
    'acceptance tests of the Ansible module and Terraform provider for API v2; enum of the v1 SDKs; user-owned and contract-owned Object Storage regions of the Terraform provider and ionosctl (cities)',
  checked: '2026-11-26',
};
