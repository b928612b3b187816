// Translation: the outcome for one document, discriminated by status.
import type { Change } from './change.js';
import type { Comment } from './comment.js';
import type { Finding } from './finding.js';
import { fromPointer, valueAt } from './path.js';
import type { SourceDocument } from './source.js';

/** Statuses, the worst first. */
export const statuses = ['unreadable', 'blocked', 'review', 'ready', 'skipped'] as const;

/** `blocked` (an error), `review` (a warning), `ready` (neither), `skipped` (nothing to translate), `unreadable`. */
export type Status = (typeof statuses)[number];

/** What a document was recognised as; the names of the API's schemas, v1 first. */
export type Kind =
  | 'CreateClusterRequest'
  | 'ClusterResponse'
  | 'ClusterList'
  | 'PatchClusterRequest'
  | 'fromBackup'
  | 'CreateRestoreRequest'
  | 'BackupResponse'
  | 'ClusterBackupList'
  | 'User'
  | 'UserList'
  | 'Database'
  | 'DatabaseList'
  | 'PostgresVersionList'
  | 'Request'
  | 'ClusterCreate'
  | 'ClusterEnsure'
  | 'ClusterRead'
  | 'restoreFromBackup'
  | 'Backup'
  | 'v2 list'
  | 'BackupLocation'
  | 'PostgresVersion'
  | 'unknown';

/**
 * The v2 shape that a document was translated to; `inventory` is that of rules on users and databases, of which v2 has
 * no documents.
 */
export type Target =
  | 'ClusterCreate'
  | 'ClusterEnsure'
  | 'ClusterRead'
  | 'ClusterReadList'
  | 'restoreFromBackup'
  | 'restoreInPlace'
  | 'Backup'
  | 'BackupReadList'
  | 'PostgresVersion'
  | 'PostgresVersionReadList'
  | 'inventory'
  | 'Request';

const listTargets: ReadonlySet<Target> = new Set(['ClusterReadList', 'BackupReadList', 'PostgresVersionReadList']);

/** Whether a target is a list, which its items are folded into. */
export function isListTarget(target: Target | undefined): boolean {
  return target !== undefined && listTargets.has(target);
}

/** The request that sends the v2 document. */
export interface V2Request {
  readonly method: 'POST' | 'PUT' | 'GET' | 'DELETE';
  readonly url: string;
}

/** A comment after placement: `to` is the JSON Pointer of the v2 field it follows, absent when stranded. */
export interface PlacedComment extends Comment {
  readonly to?: string;
}

interface Outcome {
  readonly kind: Kind;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  /** Comments of the input, placed or stranded; absent for values that came without a text. */
  readonly comments?: readonly PlacedComment[];
  /** The name and id the v1 document gives the cluster, user or database, for people and for file names. */
  readonly name?: string;
  readonly id?: string;
  /** v1 location, as far as known; `de/fra`. */
  readonly location?: string;
  /** Gives the text the document came from, for output in its style; a function, so that no log of a translation prints it. */
  readonly source?: () => SourceDocument;
  /** Its address in Terraform, such as `module.db.ionoscloud_pg_cluster.main`; absent for what is no resource. */
  readonly address?: string;
  /** JSON Pointer of the document in its source: `/items/3` for a list item; absent or empty for a whole text. */
  readonly pointer?: string;
}

/** The targets that are sent; what is translated to one of them has the request that sends it. */
type Sent = 'ClusterCreate' | 'ClusterEnsure' | 'Request';

/** A target's name together with its document type, and the request that sends it where one does. */
export type Targeted<Documents> = {
  [T in keyof Documents]: { readonly target: T; readonly document: Documents[T] } & (T extends Sent
    ? { readonly request: V2Request }
    : { readonly request?: undefined });
}[keyof Documents];

/** Translated: `document` is a v2 body that passes the v2 schema of its target. */
export type Translated<Documents> = Outcome & Targeted<Documents> & { readonly status: 'ready' | 'review' };

/** An error stands in the way; `partial` is what could be translated, not fit to be sent. */
export type Blocked = Outcome & {
  readonly status: 'blocked';
  readonly target?: Target;
  readonly request?: V2Request;
  readonly partial?: unknown;
  readonly document?: undefined;
};

/** Nothing to translate; `document` is the input unchanged, absent where there is none to hand on. */
export type Skipped = Outcome & { readonly status: 'skipped'; readonly document?: unknown };

/** No document could be made of the text. */
export type Unreadable = Outcome & { readonly status: 'unreadable'; readonly document?: undefined };

/** The outcome for one document. `Documents` maps each target to the type of its document. */
export type TranslationOf<Documents> = Translated<Documents> | Blocked | Skipped | Unreadable;

/** The outcome for one document, where nobody looks into its v2 document: reports and renderers. */
export type AnyTranslation = TranslationOf<Readonly<Record<Target, unknown>>>;

/** The v1 document of a translation, as it was read; undefined for one that came without a text. */
export function originalOf({ source, pointer = '' }: AnyTranslation): unknown {
  const value = source?.().value;
  const item = valueAt(value, fromPointer(pointer));
  // An item that was cut out of a list too large to be read whole is a text of its own.
  return item === undefined ? value : item;
}

/** The v2 document of a translation, or what there is of it where it is blocked. */
export function bodyOf(translation: AnyTranslation): Record<string, unknown> | undefined {
  const body = translation.document ?? ('partial' in translation ? translation.partial : undefined);
  return body as Record<string, unknown> | undefined;
}
