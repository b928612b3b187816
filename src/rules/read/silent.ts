// What only the server knows of a v2 answer, and what an answer never holds.
import { readRule, warning } from '../define.js';

/** Members of metadata that v1 does not have. */
export const readServerOnly = readRule({
  id: 'read/server-only',
  kind: 'supply',
  summary: 'Only the server knows the resource URN and the message of a failed state; they are left out.',
  evidence: 'v2 SDK (metadata of answers, all optional).',
  to: ['metadata.resourceURN', 'metadata.statusMessage'],
  examples: [{ given: {}, gives: { 'metadata.resourceURN': undefined }, target: 'ClusterRead' }],
});

/** Credentials in what should be an answer. */
export const readCredentials = readRule({
  id: 'read/credentials',
  kind: 'drop',
  summary: 'An answer of the API never holds credentials; they are left out.',
  evidence: 'v1 and v2 SDKs (the password is write-only).',
  from: ['properties.credentials.username', 'properties.credentials.password'],
  secret: true,
  messages: {
    dropped: warning(
      'The document holds credentials, which an answer of the API never does; they are left out.',
      'Keep them where secrets are kept.',
    ),
  },
  examples: [{ given: { 'properties.credentials': { username: 'app' } }, says: ['dropped'], target: 'ClusterRead' }],
  map: () => ({ says: [{ id: 'dropped' }] }),
});
