// Which versions of Terraform and of IONOS' provider v2 needs, and which of the provider's data sources read v2.
import type { Dated } from '../model/dated.js';

/** Versions and names of IONOS' Terraform provider. */
export const terraform: Dated<{
  /** The oldest provider whose v2 cluster has its backup as a block and a write-only password. */
  readonly oldestProvider: string;
  /** The oldest Terraform that knows write-only arguments. */
  readonly oldestTerraform: string;
  /** v1 data source → the one that reads the same of v2. */
  readonly dataSources: Readonly<Record<string, string>>;
}> = {
  data: {
    oldestProvider: '6.7.30',
    oldestTerraform: '1.11.0',
    dataSources: {
      ionoscloud_pg_cluster: 'ionoscloud_pg_cluster_v2',
      ionoscloud_pg_backups: 'ionoscloud_pg_backups_v2',
      ionoscloud_pg_versions: 'ionoscloud_pg_versions_v2',
    },
  },
  source: "IONOS' Terraform provider at 62ea59a (v6.7.34): docs and changelog; Terraform 1.11 (write-only arguments)",
  checked: '2026-11-26',
};
