// The fleet that every format is shown with: hostile names, comments and unknown fields, and passwords that must not
// show. Its reports stand in fixtures/reports/hostile-fleet.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionsFinding, type Format, type Report, translateText } from '../../src/index.js';
import { createReport, type ReportOptions } from '../../src/report/create-report.js';
import { projectRoot } from '../tools/source-files.js';

/** The folder of the fleet and its reports. */
export const fleetFolder: string = join(projectRoot, 'fixtures/reports/hostile-fleet');
/** What no report may hold: passwords, comments beside them, values of unknown fields. */
export const canary = /Canary/;

const formats: Readonly<Record<string, Format>> = { json: 'json', yaml: 'yaml' };

/** The report on the fleet, as `audit fleet --set credentials.database=app` makes it. */
export function reportFleet(settings: ReportOptions = {}): Report {
  const names = readdirSync(join(fleetFolder, 'fleet')).sort();
  const entries = names.flatMap((name) => {
    const text = readFileSync(join(fleetFolder, 'fleet', name), 'utf8');
    const format = formats[name.split('.').at(-1) ?? ''] ?? 'json';
    const translations = translateText(text, { format, set: { 'credentials.database': 'app' } });
    return translations.map((translation, index) => ({ source: `fleet/${name}`, index, translation }));
  });
  const run = [
    decisionsFinding('unmatched', { count: 1, keys: '</script><b>@everyone</b> [x](https://evil.example)\u202e' }),
    decisionsFinding('unused', { what: '--set version', hint: 'Where v1 has a value, --override version=VALUE wins.' }),
  ];
  return createReport(entries, { tool: { name: 'ionos-pg-migrate', version: '1.2.3' }, run, ...settings });
}
