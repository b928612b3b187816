// PostgreSQL versions, which are only read: v1 has bare names, v2 has more to say of each.
import { versionRule } from '../define.js';

const evidence = 'v1 SDK (data[].name); v2 SDK (items[].properties.version).';

/** `name` → `version`. */
export const versionName = versionRule({
  id: 'versionRead/version',
  kind: 'map',
  summary: 'The name of a version moves into its properties.',
  evidence,
  from: ['name'],
  to: ['properties.version'],
});

/** The region is not in a list of versions; a person may say it. */
export const versionRegion = versionRule({
  id: 'versionRead/region',
  kind: 'supply',
  summary: 'A list of versions does not say of which region it is; --location says it.',
  evidence,
  to: ['location'],
});
