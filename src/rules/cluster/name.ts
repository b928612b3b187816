// The cluster's name, which v2 has a pattern for, and the description that may keep the old one.
import { trimEndOf, trimOf } from '../../model/trim.js';
import { error, info, rule, silent } from '../define.js';

/** `displayName` → `name`; with `--fix-names` the old text moves to `description`. */
export const clusterName = rule({
  id: 'cluster/name',
  kind: 'map',
  summary: 'displayName is called name in v2, which has a pattern for it.',
  evidence: 'Upjet migration guide; pattern from the prose of the v2 SDK, which has 2 to 63 characters.',
  from: ['properties.displayName'],
  to: ['properties.name', 'properties.description'],
  express: 'copied',
  messages: {
    invalid: {
      ...error(
        'The name is not valid in v2: 2 to 63 letters, digits, dashes, underscores and dots, the first and last a letter or digit.',
        'Take "{suggestion}" with --fix-names (the old text is kept in description), or choose with --override name=NAME.',
      ),
      decision: ['properties.name'],
      suggests: ['name'],
    },
    unusable: {
      ...error(
        'The name is not valid in v2 and too little of it could be kept: 2 to 63 letters, digits, dashes, underscores and dots.',
        'Choose a name with --override name=NAME.',
      ),
      decision: ['properties.name'],
    },
    fixed: info(
      'The name was not valid in v2 and became "{name}"; the old text is kept in description, unless another one is supplied.',
    ),
    missing: {
      ...error('displayName is missing; v2 needs a name.', 'Supply it with --set name=NAME.'),
      decision: ['properties.name'],
    },
  },
  examples: [
    { given: { 'properties.displayName': 'orders-db' }, gives: { 'properties.name': 'orders-db' } },
    { given: { 'properties.displayName': 'PostgreSQL cluster' }, says: ['invalid'] },
    { given: { 'properties.displayName': '¡¿!' }, says: ['unusable'] },
    { given: { 'properties.displayName': '-x' }, says: ['unusable'], options: { fixNames: true } },
    {
      given: { 'properties.displayName': 'an even better name!' },
      gives: { 'properties.name': 'an-even-better-name', 'properties.description': 'an even better name!' },
      says: ['fixed'],
      options: { fixNames: true },
    },
    { given: { 'properties.displayName': undefined }, says: ['missing'] },
  ],
  map: ([value], { facts, fixNames }) => {
    if (value === undefined || !fixNames || facts.names.name.test(value)) return { values: [value] };
    const name = suggestName(value);
    return name ? { values: [name, value], says: [{ id: 'fixed', data: { name } }] } : { values: [value] };
  },
  check: (value, _looks, { facts }) => {
    if (value === undefined || facts.names.name.test(value)) return silent;
    const suggestion = suggestName(value);
    return suggestion ? [{ id: 'invalid', data: { suggestion }, suggest: { name: suggestion } }] : [{ id: 'unusable' }];
  },
});

/** The nearest valid v2 name: accents removed, spaces to dashes, the rest left out; empty where too little is left. */
export function suggestName(text: string): string {
  const letters = text
    .slice(0, 500)
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9._\s-]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-');
  const ends = '._-';
  const name = trimEndOf(trimOf(letters, ends).slice(0, 63), ends);
  // v2 takes no name of one character, and a second one would be made up.
  return name.length > 1 ? name : '';
}
