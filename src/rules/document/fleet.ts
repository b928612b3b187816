// What is said of a run as a whole: of documents beside one another and beside bases, and of decisions that found nothing to
// decide.
import { documentRule, error, info, warning } from '../define.js';

/** Documents beside one another. */
export const documentFleet = documentRule({
  id: 'document/fleet',
  kind: 'flag',
  summary: 'Documents of one run do not contradict one another.',
  evidence: 'A cluster id is unique; documents that differ are of different times. A PUT takes no earlier values.',
  messages: {
    'same-id': warning(
      'Two documents are of the cluster {id} and say different things: {one} and {other}.',
      'Find out which of them is up to date, and leave out the other.',
    ),
    'two-changes': warning(
      'Two documents change the cluster {id}: {one} and {other}. The second PUT undoes the first.',
      'Make one change of them, or translate the second with what the first makes of the cluster as its base.',
    ),
    'base-left-out': warning('{place} is left out of the base: {reason}', 'Mend the file, or name others with --base.'),
    'same-name': warning(
      '{one} and {other} are both called {name} in v2; in v1 they were "{was}" and "{were}".',
      'Choose other names in the decisions file.',
    ),
  },
});

/** Decisions beside documents. */
export const documentDecisions = documentRule({
  id: 'document/decisions',
  kind: 'flag',
  summary: 'What is supplied decides something.',
  evidence: 'What a person decided and nobody used is mostly a slip of the pen.',
  messages: {
    unmatched: warning(
      'clusters: no document of this run has the id, name or digest of {count} of its keys: {keys}.',
      'Correct them; a file for more than this run is fine with --fail-on error.',
    ),
    shared: warning(
      'clusters: several documents have the key {key}: {places}.',
      'Leave out those that are not up to date.',
    ),
    unused: warning('{what} was used by no document.', '{hint}'),
    variable: error(
      '{path} comes from the environment variable {variable}, which is not set, or empty.',
      'Set it, and run this again; audit --list-secrets prints all that are asked for.',
    ),
    'variable-type': error(
      '{path} comes from the environment variable {variable}, whose value has another type than {path} takes.',
      'Set it to a value that v2 takes.',
    ),
    'variables-missing': warning(
      '{count} not set, or empty: {names}.',
      'Set them, and run this again; audit --list-secrets prints all that are asked for, as an empty .env file.',
    ),
    undecided: info('{count} not decided yet: {entries}.', 'Fill them in, or delete them.'),
  },
});
