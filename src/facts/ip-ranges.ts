// Address ranges that a cluster's subnet must not, or should not, touch.
import type { Dated } from '../model/dated.js';

/** Ranges in CIDR notation. */
export interface IpRanges {
  /** v2 refuses an overlap. */
  readonly refused: readonly string[];
  /** Named as unavailable in places; an overlap is doubtful. */
  readonly doubtful: readonly string[];
  /** RFC 1918: an address outside is doubtful. */
  readonly private: readonly string[];
}

/** The reserved ranges. */
export const ipRanges: Dated<IpRanges> = {
  data: {
    refused: ['10.208.0.0/12'],
    doubtful: ['10.233.0.0/18', '10.233.64.0/18', '10.233.114.0/24', '192.168.230.0/24'],
    private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  },
  source:
    'v2 SDK (10.208.0.0/12); v1 SDK and the limitations page (the others); RFC 1918, which v1 was seen to ask for (private)',
  checked: '2026-11-26',
};
