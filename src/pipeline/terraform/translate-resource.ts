// One cluster of a configuration, for one of its instances: the middle of the pipeline, with what a resource needs.
import type { Supply } from '../../engine/input.js';
import type { Translation } from '../../schema/documents.js';
import { applyRoute } from '../apply-route.js';
import type { Document } from '../document.js';
import { placeTranslation } from '../place.js';
import { findRoute } from '../routes.js';

/** Translates a cluster that is a resource, whose values may be expressions. */
export function translateResource(document: Document, supply: Supply): Translation {
  const found = { kind: 'ClusterResponse', version: 'v1', bare: false } as const;
  return placeTranslation(applyRoute(findRoute('resource'), { ...document, found }, supply), document);
}
