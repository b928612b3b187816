// Address ranges that a cluster's subnet must not, or should not, touch.
import type { Dated } from '../model/dated.js';

/** Ranges in CIDR notation. */
export interface IpRanges {
  /** v2 refuses an overlap. */
  readonly refused: readonly string[];
  /** Named as unavailable in places; an overlap is doubtful. */
  readonly doubtful: readonly string[];
}

/** The reserved ranges. */
export const ipRanges: Dated<IpRanges> = {
  data: {
    refused: ['10.208.0.0/12'],
    doubtful: ['10.233.0.0/18', '10.233.64.0/18', '10.233.114.0/24', '192.168.230.0/24'],
  },
  source: 'v2 SDK (10.208.0.0/12); v1 SDK and the limitations page (the others)',
  checked: '2026-07-24',
};
