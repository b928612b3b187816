// What v2 answers: documents that are recognised and handed on, or composed with `--to read`.
import * as z from 'zod';
import { facts } from '../facts/index.js';
import {
  dateTime,
  looseUuid,
  v2Credentials,
  v2EnsureProperties,
  v2Instances,
  v2RestoreCreate,
  v2RestoreInPlace,
} from './v2-cluster.js';

/** v2 cluster metadata. */
export const v2Metadata = z.object({
  createdDate: dateTime.meta({ description: 'When it was made, RFC 3339.' }).optional(),
  createdBy: z.string().meta({ description: 'Who made it.' }).optional(),
  createdByUserId: z.string().meta({ description: 'Id of who made it.' }).optional(),
  lastModifiedDate: dateTime.meta({ description: 'When it was changed last, RFC 3339.' }).optional(),
  lastModifiedBy: z.string().meta({ description: 'Who changed it last.' }).optional(),
  lastModifiedByUserId: z.string().meta({ description: 'Id of who changed it last.' }).optional(),
  resourceURN: z.string().meta({ description: 'Name of the resource in the cloud.' }).optional(),
  state: z
    .enum(['PROVISIONING', 'AVAILABLE', 'UPDATING', 'DESTROYING', 'FAILED'])
    .meta({ description: 'State of the cluster.' })
    .optional(),
  statusMessage: z.string().meta({ description: 'What went wrong, where the state is FAILED.' }).optional(),
  dnsName: z.string().meta({ description: 'DNS name of the primary.' }).optional(),
});

const { ram, storageSize } = facts.limits;
/** Moved clusters may be smaller than what v2 takes. */
const readInstances = v2Instances.extend({
  ram: z.int().min(1).max(ram.max).meta({ description: 'Memory of each instance in GB.' }),
  storageSize: z.int().min(1).max(storageSize.max).meta({ description: 'Disk of each instance in GB.' }),
});

/** v2 cluster as GET returns it: credentials without their password, if at all. */
export const clusterRead = z.strictObject({
  type: z.string().meta({ description: 'Free string.' }),
  id: looseUuid,
  href: z.string().meta({ description: 'URL of the cluster on its v2 host.' }),
  metadata: v2Metadata,
  properties: v2EnsureProperties.extend({
    instances: readInstances,
    credentials: v2Credentials.partial().optional(),
    restoreFromBackup: z.union([v2RestoreInPlace, v2RestoreCreate]).optional(),
  }),
});

/** v2 cluster as GET returns it. */
export type ClusterRead = z.infer<typeof clusterRead>;
