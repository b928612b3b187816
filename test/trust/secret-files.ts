// Files with secrets at every place where people and tools leave them.
import { makeCluster } from '../cli/command.js';

/** Part of every secret; no output but a v2 document may say it. */
export const mark = 'CANARY9';

const password = `${mark}aA1!pw`;

/** By file name: whole and broken, JSON and YAML, ours and foreign. */
export const secretFiles: Readonly<Record<string, string>> = {
  'whole.json': makeCluster({ credentials: { username: 'app', password } }),
  'odd.json': makeCluster({
    credentials: { username: 'app', password: [password], token: `${mark}t` },
    apiKey: `${mark}k`,
    connections: [{ lanId: '2', secret: { a: [`${mark}c`] } }],
  }),
  'weak.json': makeCluster({ credentials: { username: 'app', password: mark } }),
  'cut.json': makeCluster({ credentials: { username: 'app', password } }).replace(/pw"[\s\S]*$/, ''),
  'twice.json': `{"properties":{"credentials":{"password":"${password}","password":"${mark}2"},"location":"de/txl"}}`,
  'request.json': JSON.stringify({
    method: 'POST',
    headers: { Authorization: `Bearer ${mark}h`, 'X-Token': `${mark}x` },
    body: JSON.parse(makeCluster({ credentials: { username: 'app', password } })),
  }),
  'commented.yaml': `properties:
  displayName: a
  location: de/txl
  credentials: # ${mark}
    # ${mark}
    username: app
    password: ${password} # was ${mark}
  apiKey: ${mark}k # ${mark}
`,
  'torn.yaml': `properties:\n  credentials:\n    password: "${password}\n  location: [de/txl\n`,
  'anchored.yaml': `secret: &s ${password}\nproperties:\n  location: de/txl\n  credentials: {username: app, password: *s}\n`,
  'lines.ndjson': `${JSON.stringify({ properties: { location: 'de/txl', credentials: { password } } })}\n{"password":"${password}"\n`,
  'wide.json': Buffer.from(`{"password":"${password}"}`, 'utf16le').toString('latin1'),
};
