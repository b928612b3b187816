// The one door to the facts, in the shape that rules receive them.
import { backupLocations } from './backup-locations.js';
import { ionosctl } from './ionosctl.js';
import { ipRanges } from './ip-ranges.js';
import { limits } from './limits.js';
import { locations, unprovidedLocations } from './locations.js';
import { names } from './names.js';
import { operations } from './operations.js';
import { storageTypes } from './storage-types.js';
import { terraform } from './terraform.js';

/** All facts, without their sources. */
export const facts = {
  backupLocations: backupLocations.data,
  ionosctl: ionosctl.data,
  ipRanges: ipRanges.data,
  limits: limits.data,
  locations: locations.data,
  names: names.data,
  operations: operations.data,
  storageTypes: storageTypes.data,
  terraform: terraform.data,
  unprovidedLocations: unprovidedLocations.data,
} as const;

/** The facts as rules see them. */
export type Facts = typeof facts;
