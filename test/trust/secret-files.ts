// Files with secrets at every place where people and tools leave them.
import { makeCluster } from '../cli/command.js';
import { ionosctlScript } from '../support/scripts.js';
import { adopt, leave, makePlan, other } from '../support/terraform-plans.js';

/** Part of every secret; no output but a v2 document may say it. */
export const mark = 'CANARY9';

const password = `${mark}aA1!pw`;

const clusters = 'api.ionos.com/databases/postgresql/clusters';
const id = '498ae72f-411f-11eb-9d07-046c59cc737e';
const cluster = makeCluster({ credentials: { username: 'app', password } });

/** Requests as browsers save them: a secret in every place that a request has. */
const traffic = {
  log: {
    version: '1.2',
    entries: [
      {
        method: 'POST',
        url: `https://ops:${mark}url@${clusters}?token=${mark}query#${mark}hash`,
        cookies: [{ name: 'session', value: `${mark}cookie` }],
        headers: [
          { name: 'authorization', value: `Basic ${mark}basic` },
          { name: 'Cookie', value: `session=${mark}cookie` },
        ],
        queryString: [{ name: 'token', value: `${mark}query` }],
        postData: { mimeType: 'application/json', text: cluster, params: [{ name: 'password', value: password }] },
      },
      { method: 'GET', url: `https://${clusters}?limit=5&access_token=${mark}query`, headers: [] },
      { method: 'POST', url: `https://${clusters}`, headers: [], postData: { text: `{"password": "${password}` } },
      {
        method: 'POST',
        url: `https://${clusters}/${id}/users`,
        headers: [],
        postData: { text: JSON.stringify({ properties: { username: 'my-user', password } }) },
      },
      {
        method: 'DELETE',
        url: `https://${clusters}/${id}/users/app?token=${mark}query`,
        headers: [],
        body: { password },
      },
      { method: 'GET', url: `https://ops:${mark}url@example.org/?token=${mark}query`, headers: [] },
      { method: 'GET', url: `https://postgresql.de-txl.ionos.com/clusters?token=${mark}query`, headers: [] },
    ].map((request) => ({ request, response: { content: { text: cluster } } })),
  },
};

const v2 = {
  name: 'orders',
  version: '15',
  instances: { count: 1, cores: 2, ram: 4, storageSize: 20 },
  connection: { datacenterId: id, lanId: '2', primaryInstanceAddress: '192.168.1.100/24' },
  maintenanceWindow: { time: '03:00:00', dayOfTheWeek: 'Sunday' },
  credentials: { username: 'app', password, database: 'orders' },
  backup: { location: 'eu-central-3', retentionDays: 7 },
  replicationMode: 'ASYNCHRONOUS',
};

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
  'traffic.json': JSON.stringify(traffic),
  'requests.ndjson': traffic.log.entries.map(({ request }) => `${JSON.stringify(request)}\n`).join(''),
  'commented-request.yaml': `method: POST
# ${mark}bearer
url: https://${clusters}?token=${mark}query # ${mark}query
headers:
  Authorization: Bearer ${mark}bearer # ${mark}bearer
  Cookie: session=${mark}cookie; a=b # ${mark}cookie
body:
  properties:
    storageType: HDD # was ${password}
    location: de/txl # ${mark}cookie
    credentials:
      username: app
      password: ${password}
# ${password}
`,
  'users.yaml': `items:
  - properties:
      # ${password}
      username: my-user # ${password}
      password: ${password} # ${mark}
  - properties: { username: app, password: [${password}] }
`,
  'password.json': JSON.stringify({ properties: { password } }),
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
  'v2.json': JSON.stringify({ id, properties: v2 }),
  'v2-bare.json': JSON.stringify(v2),
  'v2-list.json': JSON.stringify({ type: 'collection', items: [{ id, properties: v2 }] }),
  'v2-odd.json': JSON.stringify({
    id,
    properties: { ...v2, apiKey: `${mark}k`, credentials: { password: [password] } },
  }),
  'answer.json': JSON.stringify({ ...JSON.parse(makeCluster({ token: `${mark}t` })), id }),
  'terraform.tfstate': JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    outputs: { url: { value: `postgres://app:${mark}url@db`, sensitive: true } },
    resources: [
      {
        mode: 'managed',
        type: 'ionoscloud_pg_cluster',
        name: 'main',
        instances: [
          {
            attributes: {
              id,
              ram: 4096,
              location: 'de/txl',
              token: `${mark}t`,
              credentials: [{ username: 'app', password }],
            },
            private: `${mark}private`,
          },
        ],
      },
      { mode: 'managed', type: 'random_password', name: 'db', instances: [{ attributes: { result: password } }] },
    ],
  }),
  'plan.json': JSON.stringify(
    makePlan([
      leave({ credentials: [{ username: 'app', password }], 'connections.0.token': `${mark}t` }),
      adopt({ planned: { 'credentials.username': 'other', 'credentials.password': password, api_key: `${mark}k` } }),
      other('random_password', ['delete']),
    ]),
  ),
  'deploy.sh': ionosctlScript,
  'patch.json': JSON.stringify({ properties: { cores: 4, ram: 8192, secret: `${mark}s` } }),
  'pages.har': JSON.stringify({
    log: {
      entries: [
        {
          request: {
            method: 'POST',
            url: 'https://api.ionos.com/databases/postgresql/clusters',
            headers: [
              { name: 'Authorization', value: `Basic ${mark}h` },
              { name: 'Cookie', value: `session=${mark}c` },
            ],
            cookies: [{ name: 'session', value: `${mark}c` }],
            queryString: [{ name: 'token', value: `${mark}q` }],
            postData: {
              mimeType: 'application/json',
              text: makeCluster({ credentials: { username: 'app', password } }),
            },
          },
          response: { content: { text: `${mark}r` } },
        },
      ],
    },
  }),
  'wide.json': Buffer.from(`{"password":"${password}"}`, 'utf16le').toString('latin1'),
};

/** A Terraform module with secrets: written out, in comments, in variables and in the state beside it. */
export const secretModule: Readonly<Record<string, string>> = {
  'main.tf': `variable "db_password" {
  default = "${mark}default"
}

resource "ionoscloud_pg_cluster" "main" {
  display_name = "orders"
  location     = "de/txl"
  ram          = 4096
  credentials {
    username = "app"
    # password = "${mark}old"
    password = "${password}" # was password=${mark}comment
  }
}

resource "ionoscloud_pg_cluster" "other" {
  location = "de/txl"
  token    = "${mark}token"
  credentials {
    username = "app"
    password = var.db_password
  }
}

output "url" {
  value = "postgres://app:\${ionoscloud_pg_cluster.main.credentials[0].password}@db"
}
`,
  'terraform.tfvars': `db_password = "${mark}aA1!given"\n`,
  'terraform.tfstate': secretFiles['terraform.tfstate'] ?? '',
};
