// What stands around the body of a stored request: how it was authenticated, and all that no v2 request holds.
import { createSupply } from '../../engine/input.js';
import { messagesOf } from '../../engine/messages.js';
import { textOf } from '../../forms/http/read.js';
import type { Change } from '../../model/change.js';
import type { Unplaced } from '../../model/finding.js';
import { isObject, isScalar, type Json, redacted } from '../../model/json.js';
import { hideSecrets } from '../../model/operation.js';
import { escapeKey, valueAt } from '../../model/path.js';
import { requestAuthentication, requestOperation } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import type { Prepared } from '../../supply/options.js';

const authenticationFinding = messagesOf(requestAuthentication);

/** Everything that was not translated chooses the operation, or stays behind. Values are not shown, but for these. */
export function describeAround(request: Record<string, unknown>, { changes }: Translation): Change[] {
  const told = new Set(changes.flatMap(({ from }) => from));
  const { id: rule, summary: why } = requestOperation;
  return listLeaves(request, '')
    .filter(([pointer]) => !told.has(pointer))
    .map(([pointer, value]) => {
      const before = pointer === '/method' ? (value as Json) : isAddress(pointer, value) ? value : redacted;
      return { kind: 'drop', rule, from: [pointer], to: [], before: [before], after: [], why };
    });
}

/** Whether a value is the URL of the request, or its path, with nothing in it that may be secret. */
function isAddress(pointer: string, value: unknown): value is string {
  return /^\/(?:url|path)$/.test(pointer) && hideSecrets(textOf(value)).shown === value;
}

function listLeaves(value: unknown, pointer: string): [string, unknown][] {
  if (value === undefined) return [];
  const entries = isScalar(value) || value === null ? [] : Object.entries(value as object);
  if (entries.length === 0) return [[pointer, value]];
  return entries.flatMap(([key, member]) => listLeaves(member, `${pointer}/${escapeKey(key)}`));
}

/** Basic authentication, in a header or in the URL. */
export function listAuthentication({ headers, url }: Record<string, unknown>): Unplaced[] {
  const pairs = Array.isArray(headers)
    ? headers.map(
        (header, index) => [valueAt(header, ['name']), valueAt(header, ['value']), `/headers/${index}`] as const,
      )
    : Object.entries(isObject(headers) ? headers : {}).map(
        ([name, value]) => [name, value, `/headers/${escapeKey(name)}`] as const,
      );
  const places = pairs
    .filter(([name, value]) => /^authorization$/i.test(textOf(name)) && /^basic\b/i.test(textOf(value)))
    .map(([, , from]) => from);
  const inUrl = hideSecrets(textOf(url)).hasUser ? ['/url'] : [];
  return [...places, ...inUrl].map((from) => authenticationFinding('basic', undefined, { from }));
}

/** Options with the region that the host of the request says, where nobody else says one. */
export function withRegion(options: Prepared, location: string | undefined): Prepared {
  if (location === undefined) return options;
  const supplyFor: Prepared['supplyFor'] = (...cluster) => {
    const people = options.supplyFor(...cluster);
    return createSupply({ ...people, fill: new Map([['location', { value: location }], ...people.fill]) });
  };
  return { ...options, supplyFor };
}
