// A stored request of v2: handed on as it is, with what v2 would refuse of its body.
import { messagesOf } from '../../engine/messages.js';
import { findBody } from '../../forms/http/read.js';
import type { Unplaced } from '../../model/finding.js';
import { documentV2Schema } from '../../rules/index.js';
import type { Translation } from '../../schema/documents.js';
import { reviewV2 } from '../../schema/review-v2.js';
import { addFindings, skip, unplacedProblemFinding } from '../outcomes.js';

const v2Finding = messagesOf(documentV2Schema);
const bodies = { POST: 'ClusterCreate', PUT: 'ClusterEnsure' } as const;

/** Hands a request of v2 on. */
export function skipRequest(
  request: Record<string, unknown>,
  method: string,
  earlier: readonly Unplaced[],
): Translation {
  const { body, pointer, text } = findBody(request);
  const doubts = text?.problems.map(unplacedProblemFinding) ?? [];
  const kind = method === 'POST' || method === 'PUT' ? bodies[method] : undefined;
  const remarks = kind === undefined || body === undefined ? [] : reviewV2(body, kind);
  const told = remarks.map(({ id, data, pointer: place }) =>
    v2Finding(id, data, { from: text ? pointer : pointer + place }),
  );
  return addFindings(skip(request, 'Request', earlier), [...doubts, ...told]);
}
