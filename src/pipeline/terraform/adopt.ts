// How a cluster is handed over: the id that is imported, or what is missing for it.
import { messagesOf } from '../../engine/messages.js';
import { clusterTypes } from '../../forms/terraform/fields.js';
import { type Adopted, writeImportId } from '../../forms/terraform/write/adopt.js';
import type { Unplaced } from '../../model/finding.js';
import { isOpaque, type Opaque } from '../../model/opaque.js';
import { textAt, valueAt } from '../../model/path.js';
import { bodyOf } from '../../model/translation.js';
import { terraformImport } from '../../rules/index.js';
import { isOutside, type TranslatedInstance } from './instances.js';

const importFinding = messagesOf(terraformImport);

/** What is imported, and what there is to say of it. */
export interface Adoption {
  readonly adopted: readonly Adopted[];
  readonly findings: readonly Unplaced[];
}

/** Hands a cluster over, where its id and location are told. */
export function adopt({ instance, id, translation }: TranslatedInstance): Adoption {
  const { address, isUnknown, state } = instance;
  if (isUnknown) return refuse([importFinding('no-instances', { address })]);
  const noId = id === undefined ? [importFinding('no-id', { address })] : [];
  const importIds = listLocations(translation, state?.attributes).map((one) => writeImportId(id ?? '', one, instance));
  const importId = importIds.find((one) => one !== undefined);
  const settled = { decision: ['location'], settle: 'override' } as const;
  if (importId === undefined) return refuse([...noId, importFinding('no-location', { address }, settled)]);
  if (noId.length > 0) return refuse(noId);
  if (!isOutside(instance)) return { adopted: [{ instance, importId }], findings: [] };
  const to = address.replace(`.${clusterTypes.v1}.`, `.${clusterTypes.v2}.`);
  return refuse([importFinding('in-root', { address, to, id: importId })]);
}

function refuse(findings: readonly Unplaced[]): Adoption {
  return { adopted: [], findings };
}

/** What may tell the location: the block, as a value or an expression; else the state, which knows where it was. */
function listLocations(translation: TranslatedInstance['translation'], state: unknown): readonly (string | Opaque)[] {
  const { location } = translation;
  const written = valueAt(bodyOf(translation), ['location']);
  const stated = textAt(state, 'location')?.toLowerCase();
  return [...(location ? [location] : []), ...(isOpaque(written) ? [written] : []), ...(stated ? [stated] : [])];
}
