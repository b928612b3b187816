// The sides of a comparison: what a cluster of v1 and one of v2 are here, and what is said of all that is none.
import { messagesOf } from '../engine/messages.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import type { Kind, Status } from '../model/translation.js';
import { verifySides } from '../rules/index.js';
import type { Translation } from '../schema/documents.js';

/** A text of a comparison: the name of its file and what was read of it. */
export interface ComparedText {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
  /** Whether it was named outright; what a folder holds besides clusters is left out. */
  readonly named?: boolean;
}

/** The text that a document comes from. */
export interface Origin {
  /** Name of the file. */
  readonly name: string;
  readonly document: SourceDocument;
}

/** A cluster of one side. */
export interface Side {
  /** JSON Pointer in its source; empty for a whole text. */
  readonly pointer: string;
  readonly id: string | undefined;
  /** The name that it has, or is to have because people say so. */
  readonly name: string | undefined;
  /** The name as it may be said. */
  readonly called: string | undefined;
  /** What it is, by the names of the API's schemas. */
  readonly kind: Kind;
  /** Where it stands, for documents that come from texts. */
  readonly origin: Origin | undefined;
}

/** What a cluster that exists becomes. */
export type Way = 'ensure' | 'create';

/** A cluster of v1: what `convert` makes of it. */
export interface V1Side extends Side {
  /** What is told of it as `convert` tells it, whatever it is compared with. */
  readonly told: readonly Finding[];
  readonly translateTo: (way: Way) => Translation;
}

/** A cluster of v2: the document, which may be the body of a stored request. */
export interface V2Side extends Side {
  readonly value: unknown;
  /** JSON Pointer of the body in the request that it was sent with; empty where there is none. */
  readonly below: string;
  readonly request: Readonly<Record<string, unknown>> | undefined;
  /** Dotted paths that it cannot tell yet, or never tells; absent for documents, which tell all that they say. */
  readonly silent?: ReadonlyMap<string, Silence>;
  /** Dotted paths whose values are not to be shown, beside those that are secrets by their names. */
  readonly hidden?: ReadonlySet<string>;
}

/** Why a side does not tell a value: it is known only after the apply, Terraform never keeps it, or an expression says it. */
export type Silence = 'undetermined' | 'write-only' | 'expression';

/** What there is to say of a document, or of a whole text, beside the comparison of clusters. */
export interface Stray {
  readonly pointer: string;
  readonly origin: Origin | undefined;
  readonly status: Status;
  readonly findings: readonly Finding[];
}

/** The clusters of one side, and what there is to say of what is none. */
export interface Sides<One extends Side> {
  readonly clusters: readonly One[];
  readonly strays: readonly Stray[];
}

/** What several parts of a side hold together. */
export function gather<One extends Side>(sides: readonly Sides<One>[]): Sides<One> {
  return { clusters: sides.flatMap(({ clusters }) => clusters), strays: sides.flatMap(({ strays }) => strays) };
}

/** Says why a document, or a whole side, cannot be compared. */
export const sidesFinding = messagesOf(verifySides);

/** A text; undefined for what is none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The URL of a stored request, or the path that stands for it. */
export function urlOf(request: V2Side['request']): unknown {
  return request?.['url'] ?? request?.['path'];
}
