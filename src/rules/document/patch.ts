// What is said of a patch and of the cluster that it changes. A PUT needs the whole cluster; the base supplies it.
import { documentRule, error, warning } from '../define.js';

/** The base that a patch or a restore in place is applied to. */
export const patchBase = documentRule({
  id: 'patch/base',
  kind: 'flag',
  summary: 'v2 has no PATCH: the base supplies what a patch leaves out, so that the PUT holds the whole cluster.',
  evidence: 'v2 SDK ("not take previous values into consideration"); v1 PATCH merges.',
  messages: {
    missing: error(
      'v2 has no PATCH, and a PUT takes no earlier values: what this changes cannot be sent on its own.',
      'Give the cluster that it changes beside it, or with --base FILE: its v1 or v2 document with that id, such as the answer of GET /clusters/ID on the v2 host.',
    ),
    'not-found': error(
      'There is no cluster {id} in the base, nor beside the document.',
      'Add the document of that cluster, or correct the id.',
    ),
    twice: error(
      'There are several documents of the cluster {id}, and they differ: {places}.',
      'Name the one that is in force with --base FILE, or leave the others out.',
    ),
    several: error(
      'The base has {count} clusters, and nothing says which of them is changed.',
      'Name it with --id UUID, or put the id into the name of the file.',
    ),
    'no-id': error(
      'Nothing says which cluster is changed: neither the document nor its base has an id, and a PUT needs one.',
      'Name it with --id UUID, or put the id into the name of the file.',
    ),
    unusable: error('The base is no cluster: {reason}.', 'Take a v1 or v2 document of the cluster.'),
    'other-id': error(
      'The base is the cluster {found}, not {id}.',
      'Take the document of the cluster that is changed.',
    ),
    location: error(
      'A PATCH of v1 holds no location: a cluster stays in its region.',
      'Remove it; the region is that of the base, or say it with --location.',
    ),
    doubtful: warning(
      'The base is of v2, and v2 would not take {path} as it is.',
      'Correct the base, or supply the value with --override.',
    ),
  },
});

/** What a patch changes that cannot be changed back, or perhaps not at all. */
export const patchEffect = documentRule({
  id: 'patch/effect',
  kind: 'flag',
  summary: 'A patch with its base is compared with what the cluster was: a disk only grows, a version only rises.',
  evidence:
    'v1 documentation (upgrades are irreversible, storage grows); providers of v2 disagree on connection and backup.location.',
  messages: {
    shrinks: warning(
      'The disk goes from {before} to {after} GB; a disk is only known to grow.',
      'Leave the size out, or make a smaller cluster and move the data.',
    ),
    downgrade: warning(
      'The version goes from {before} to {after}; a cluster is only upgraded, never back.',
      'Leave the version out, or restore into a cluster of that version.',
    ),
    moves: warning(
      '{path} changes from {before} to {after}; v2 may refuse that, or make a new cluster in its place.',
      'Try it on a cluster that nobody needs.',
    ),
  },
});

/** Detaching a cluster from its LAN. */
export const patchDetach = documentRule({
  id: 'patch/detach',
  kind: 'flag',
  summary: 'A patch with empty connections detaches the cluster, which v2 cannot express.',
  evidence: 'v1 how-to ("empty the connections list"); v2 SDK (connection is required).',
  messages: {
    'no-form': error(
      'Empty connections detach the cluster from its LAN; v2 has no cluster without a connection.',
      'Leave connections out to keep the connection, or name another one.',
    ),
  },
});
