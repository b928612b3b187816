// Which v2 host serves which v1 location. A table on purpose: `de/fra/2`, a facility on the host of
// its region, shows that string surgery goes wrong.
import type { Dated } from '../model/dated.js';

/** v1 `location` → v2 base URL (https, host root). */
export const locations: Dated<Readonly<Record<string, string>>> = {
  data: {
    'de/txl': 'https://postgresql.de-txl.ionos.com',
    'de/fra': 'https://postgresql.de-fra.ionos.com',
    'de/fra/1': 'https://postgresql.de-fra.ionos.com',
    'de/fra/2': 'https://postgresql.de-fra.ionos.com',
    'fr/par': 'https://postgresql.fr-par.ionos.com',
    'es/vit': 'https://postgresql.es-vit.ionos.com',
    'gb/lhr': 'https://postgresql.gb-lhr.ionos.com',
    'gb/bhx': 'https://postgresql.gb-bhx.ionos.com',
    'us/las': 'https://postgresql.us-las.ionos.com',
    'us/mci': 'https://postgresql.us-mci.ionos.com',
    'us/ewr': 'https://postgresql.us-ewr.ionos.com',
  },
  source:
    'Python and Go SDKs of API v2 (nine hosts without a path); Terraform provider (de/fra/2); Pulumi provider 0.3.3 (de/fra/1)',
  checked: '2026-11-26',
};

/** Locations that v2 has a host for, and the Terraform provider does not know. */
export const unprovidedLocations: Dated<readonly string[]> = {
  data: ['de/fra/1'],
  source: 'Terraform provider of IONOS 6.7.34 (table of hosts of its client for v2)',
  checked: '2026-11-25',
};
