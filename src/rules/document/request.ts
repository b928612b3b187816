// What is said of a stored request: which operation it is, what v2 has for it, and how it was authenticated.
import { documentRule, error, info, warning } from '../define.js';

/** The operation that a request calls. */
export const requestOperation = documentRule({
  id: 'request/operation',
  kind: 'flag',
  summary: 'Method and path tell the operation; the request of v2 takes its place, and no header is carried over.',
  evidence: 'v1 and v2 SDKs (operations).',
  messages: {
    none: error('v2 has nothing in place of {operation}.', '{instead}'),
    unknown: error('{method} is called on a path that v1 does not have.', 'Correct the URL, or leave the request out.'),
    foreign: error('The request goes to another API.', 'Leave it out.'),
    preflight: info('OPTIONS is what a browser asks by itself before the request; there is nothing to translate.'),
    'no-body': error('The request has no body that can be read as JSON.', 'Add the body, or translate it on its own.'),
    query: warning(
      'Parameters of the query that v2 does not take there are left out: {count}.',
      'Check what they were for; v2 knows limit and offset for lists, and filter.name for clusters.',
    ),
    'query-outside': warning('{name} is not what v2 takes: {takes}.', 'Correct it before the request is sent.'),
    'v1-body': warning(
      'The URL is of v2, and the body says v1: it is translated.',
      'Look for others that were changed halfway.',
    ),
    'v1-body-elsewhere': error(
      'The URL is of v2, the body says v1, and v2 takes no such body with {method} there.',
      'Correct method and URL: POST /clusters makes a cluster, PUT /clusters/ID changes one.',
    ),
    'other-host': error(
      'The URL is of another region than the body says.',
      'Find out where the cluster is, and correct the one or the other.',
    ),
    'other-id': error(
      'The URL names the cluster {id}, and the body {found}.',
      'Find out which of them is meant, and correct the other.',
    ),
    region: error(
      'Nothing in the request says the region, and the v2 host depends on it.',
      'Say it with --location LOCATION, one of {known}.',
    ),
    'not-a-uuid': warning(
      'The id {id} in the path is no UUID; v2 has UUIDs only.',
      'Look the id up with GET /backups on the v2 host.',
    ),
  },
});

/** How a request was authenticated. */
export const requestAuthentication = documentRule({
  id: 'request/authentication',
  kind: 'flag',
  summary: 'v2 takes tokens only.',
  evidence: "IONOS' page on the two versions (tokenAuth only).",
  messages: {
    basic: warning(
      'The request was sent with a user name and password; v2 takes tokens only.',
      'Make a token, and send Authorization: Bearer TOKEN.',
    ),
  },
});
