// What v2 answers: documents that are recognised and handed on, or composed with `--to read`.
import * as z from 'zod';
import {
  dateTime,
  looseUuid,
  v2Credentials,
  v2EnsureProperties,
  v2RestoreCreate,
  v2RestoreInPlace,
} from './v2-cluster.js';

/** v2 cluster metadata. */
export const v2Metadata = z.object({
  createdDate: dateTime.optional(),
  createdBy: z.string().optional(),
  createdByUserId: z.string().optional(),
  lastModifiedDate: dateTime.optional(),
  lastModifiedBy: z.string().optional(),
  lastModifiedByUserId: z.string().optional(),
  resourceURN: z.string().optional(),
  state: z.enum(['PROVISIONING', 'AVAILABLE', 'UPDATING', 'DESTROYING', 'FAILED']).optional(),
  statusMessage: z.string().optional(),
  dnsName: z.string().optional(),
});

/** v2 cluster as GET returns it: credentials without their password, if at all. */
export const clusterRead = z.strictObject({
  type: z.string().meta({ description: 'Free string.' }),
  id: looseUuid,
  href: z.string(),
  metadata: v2Metadata,
  properties: v2EnsureProperties.extend({
    credentials: v2Credentials.partial().optional(),
    restoreFromBackup: z.union([v2RestoreInPlace, v2RestoreCreate]).optional(),
  }),
});

/** v2 cluster as GET returns it. */
export type ClusterRead = z.infer<typeof clusterRead>;
