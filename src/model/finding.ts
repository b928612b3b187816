// Findings: what a person should know about one document.
import type { Json } from './json.js';
import type { Place } from './place.js';

/**
 * `error`: v2 would refuse the payload, or its meaning would be lost. `warning`: usable, but a value changed
 * meaning or is doubtful. `info`: worth knowing, nothing to do.
 */
export type Severity = 'error' | 'warning' | 'info';

/** Severities, the worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The sections of a decisions file, in the order in which they are written. */
export const sections = ['defaults', 'regions', 'map', 'repairs', 'clusters'] as const;

/** A section of a decisions file. */
export type Section = (typeof sections)[number];

/** One thing a person should know. */
export interface Finding {
  /** `block/field/message`: the rule id and the message id. */
  readonly code: string;
  /** Rule id, `block/field`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is the matter, as one sentence without a secret in it. */
  readonly message: string;
  /** What to do next; empty for an info that asks for nothing. */
  readonly remedy: string;
  /** JSON Pointer of the place in the v1 document, where there is one. */
  readonly from?: string;
  /** JSON Pointer of the place in the v2 document, where there is one. */
  readonly to?: string;
  /** The v1 value at `from`; absent for secrets, unknown fields and containers. */
  readonly value?: Json;
  /** Dotted v2 paths (below `properties`) whose value would settle the finding. */
  readonly decision?: readonly string[];
  /** Whether `--set` (v1 is silent) or `--override` (v1 says something else) supplies the decision. */
  readonly settle?: 'set' | 'override';
  /** The widest section of a decisions file that would settle it. */
  readonly section?: Section;
  /** What a map of decisions calls the v1 value, where it has a name for it. */
  readonly key?: string;
  /** Values proposed for some of the decision paths. */
  readonly suggestion?: Readonly<Record<string, Json>>;
  /** Values of which one is to be chosen, for some of the decision paths, or for the block that they are of. */
  readonly choices?: Readonly<Record<string, readonly Json[]>>;
  /** Where `to` stands, in a comparison of two texts. */
  readonly there?: { readonly source: string; readonly at?: Place };
  /** Where `from` (or its nearest container) stands, when the document came from text. */
  readonly at?: Place;
}

/** A finding before it has a place. */
export type Unplaced = Omit<Finding, 'at'>;

/** What a person is asked for: the decision paths, or in place of them the block of which one is to be chosen. */
export function listAsked({ decision = [], choices = {} }: Pick<Finding, 'decision' | 'choices'>): readonly string[] {
  const blocks = Object.keys(choices);
  return [...new Set(decision.map((path) => blocks.find((block) => path.startsWith(`${block}.`)) ?? path))];
}

/** The status that findings give. */
export function judge(findings: readonly Unplaced[]): 'blocked' | 'review' | 'ready' {
  let status: 'review' | 'ready' = 'ready';
  for (const finding of findings) {
    if (finding.severity === 'error') return 'blocked';
    if (finding.severity === 'warning') status = 'review';
  }
  return status;
}
