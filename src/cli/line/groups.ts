// The groups in which help shows options: each fits a screen.
import type { Options } from 'yargs';

const groups: Readonly<Record<string, readonly string[]>> = {
  'Input:': [
    'input-format',
    'ndjson',
    'kind',
    'id',
    'base',
    'state',
    'plan',
    'exclude',
    'list-files',
    'jobs',
    'source',
    'first-line',
  ],
  'Decisions:': [
    ...['decisions', 'init-decisions', 'list-secrets', 'set', 'set-env', 'override', 'override-env', 'location'],
    ...['databases', 'fix-names', 'connection', 'to'],
  ],
  'Output:': [
    ...[
      'out',
      'out-dir',
      'in-place',
      'no-backup',
      'split',
      'format',
      'emit',
      'omit',
      'write-blocked',
      'dry-run',
      'check',
    ],
    ...['force', 'no-sync'],
  ],
  'Report:': [
    ...['report', 'fail-on', 'baseline', 'set-baseline', 'prune-baseline', 'severity', 'only', 'select', 'ignore'],
    ...['csv', 'rules-url', 'quiet', 'verbose', 'color'],
  ],
};
const order = Object.entries(groups).flatMap(([group, names]) => names.map((name) => ({ name, group })));

/** The options with their groups, in the order in which help shows them. */
export function groupOptions(options: Readonly<Record<string, Options>>): Record<string, Options> {
  const known = order.flatMap(({ name, group }) =>
    options[name] ? [[name, { ...options[name], group }] as const] : [],
  );
  return { ...Object.fromEntries(known), ...pickOthers(options) };
}

/** What no group names stands among the others; a test says so. */
function pickOthers(options: Readonly<Record<string, Options>>): Record<string, Options> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !order.some((one) => one.name === name)));
}
