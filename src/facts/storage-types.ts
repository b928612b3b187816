// The storage types of v1, which v2 does not let anybody choose.
import type { Dated } from '../model/dated.js';

/** The spellings of storage types, `SSD_PREMIUM` being ionosctl's. */
export interface StorageTypes {
  /** Those of what v2 stores on. */
  readonly premium: readonly string[];
  readonly others: readonly string[];
}

/** The storage types of v1. */
export const storageTypes: Dated<StorageTypes> = {
  data: {
    premium: ['SSD', 'SSD Premium', 'SSD_PREMIUM'],
    others: ['HDD', 'SSD Standard', 'SSD_STANDARD'],
  },
  source: 'v1 SDK (SSD is the deprecated name of SSD Premium); ionosctl (spellings with an underscore)',
  checked: '2026-11-26',
};
