// Which v2 host serves which v1 location. A table on purpose: `de/fra/2` shows that string surgery goes wrong.
import type { Dated } from '../model/dated.js';

/** v1 `location` → v2 base URL (https, host root). */
export const locations: Dated<Readonly<Record<string, string>>> = {
  data: {
    'de/txl': 'https://postgresql.de-txl.ionos.com',
    'de/fra': 'https://postgresql.de-fra.ionos.com',
    'de/fra/2': 'https://postgresql.de-fra.ionos.com',
    'fr/par': 'https://postgresql.fr-par.ionos.com',
    'es/vit': 'https://postgresql.es-vit.ionos.com',
    'gb/lhr': 'https://postgresql.gb-lhr.ionos.com',
    'gb/bhx': 'https://postgresql.gb-bhx.ionos.com',
    'us/las': 'https://postgresql.us-las.ionos.com',
    'us/mci': 'https://postgresql.us-mci.ionos.com',
    'us/ewr': 'https://postgresql.us-ewr.ionos.com',
  },
  source: 'Terraform provider and SDK for API v2; the ten locations of the v1 provider',
  checked: '2026-07-24',
};
