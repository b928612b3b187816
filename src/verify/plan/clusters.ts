// The clusters of a Terraform plan as the two sides of a comparison: what the state has of v1, and what is planned for v2.
import { createSupply, type Supplied } from '../../engine/input.js';
import { facts } from '../../facts/index.js';
import { toV1Document, toV2Document } from '../../forms/terraform/fields.js';
import type { PlannedResource } from '../../forms/terraform/plan.js';
import { openAttributes } from '../../forms/terraform/state-documents.js';
import { redacted } from '../../model/json.js';
import { textAt, valueAt } from '../../model/path.js';
import { hostOf } from '../../rules/index.js';
import { toDocumentPath } from '../../schema/decisions.js';
import type { Prepared } from '../../supply/options.js';
import type { Origin, Sides, Silence, V1Side, V2Side } from '../sides.js';
import { readV1 } from '../v1-sides.js';
import { listMasked } from './changes.js';

/** A v1 cluster that is forgotten, as the state has it. */
export function openForgotten(
  { address, before, pointer }: PlannedResource,
  { name, document }: Origin,
  options: Prepared,
): Sides<V1Side> {
  const part = { address, attributes: before, pointer: `${pointer}/change/before` };
  return readV1({ name, documents: [openAttributes(document, part, toV1Document(before))] }, options);
}

/** A v2 cluster as it is planned. It is told like an answer of the host that its location chooses. */
export function openPlanned(planned: PlannedResource, origin: Origin): V2Side {
  const { address, after, id, pointer, unknown, sensitive } = planned;
  const { properties } = toV2Document(after);
  const host = hostOf(textAt(after, 'location') ?? '', { facts });
  const href = host === undefined || id === undefined ? {} : { href: `${host}/clusters/${id}` };
  const dnsName = textAt(after, 'dns_name');
  const value = { type: 'cluster', id, ...href, metadata: dnsName === undefined ? {} : { dnsName }, properties };
  const part = { address, attributes: after, pointer: `${pointer}/change/after` };
  const name = textAt(properties, 'name');
  const hidden = listMasked(sensitive);
  return {
    value,
    id,
    name,
    called: hidden.has('name') ? redacted : name,
    kind: 'ClusterRead',
    pointer: '',
    below: '',
    request: undefined,
    origin: { name: origin.name, document: openAttributes(origin.document, part, value) },
    silent: listSilent(unknown),
    hidden,
  };
}

function listSilent(unknown: unknown): Map<string, Silence> {
  const open = [...listMasked(unknown)].map((path) => [path, 'undetermined'] as const);
  return new Map<string, Silence>([
    ...open,
    ['credentials.password', 'write-only'],
    ['metadata.dnsName', 'undetermined'],
  ]);
}

/** What nobody ever sees, where the state does not have it, so that the user beside it is compared all the same. */
const unseen = 'Unseen1!';

/** Options that know what v1 cannot say: without it, nothing of the credentials would be compared. */
export function completeOptions(options: Prepared, { after }: PlannedResource): Prepared {
  const database = textAt(valueAt(after, ['credentials']), 'database');
  const known = { 'credentials.database': database, 'credentials.password': unseen };
  const fallback = Object.entries(known).flatMap(([path, value]): [string, Supplied][] =>
    value === undefined ? [] : [[toDocumentPath(path), { value, secret: path !== 'credentials.database' }]],
  );
  return {
    ...options,
    supplyFor: (id, name, digest) => {
      const supply = options.supplyFor(id, name, digest);
      return createSupply({ ...supply, fill: new Map([...fallback, ...supply.fill]) });
    },
  };
}
