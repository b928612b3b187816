// Regions of decisions: their keys are v1 locations, and mean the region of v2 that serves them, in any letter case.
import { facts } from '../facts/index.js';
import { hostOf } from '../rules/index.js';
import { nearest } from './paths.js';

/** The locations of v1 that are of one region with another; none for what is no location. */
export function locationsOf(location: string): string[] {
  const host = hostOf(location.toLowerCase(), { facts });
  return host === undefined ? [] : known.filter((one) => hostOf(one, { facts }) === host);
}

/** What is wrong with the keys of regions, in words, by key. */
export function findWrongRegions(keys: readonly string[]): Map<string, string> {
  const wrong = new Map<string, string>();
  const seen = new Map<string, string>();
  for (const key of keys) {
    const [region] = locationsOf(key);
    const other = region && seen.get(region);
    if (region === undefined) wrong.set(key, describeUnknown(key));
    else if (other) wrong.set(key, `${other} and ${key} are one region of v2`);
    else seen.set(region, key);
  }
  return wrong;
}

const known = Object.keys(facts.locations);

function describeUnknown(key: string): string {
  const near = nearest(key.toLowerCase(), known);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are ${known.join(', ')}`;
  return `there is no location ${key}; ${hint}`;
}
