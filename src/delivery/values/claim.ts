import type { Storage } from '#platform/platform.js';
import type { Values } from './contribution.js';

/** The volume of a server, as the operator makes a claim of it for each of its pods. */
export const claim = ({ size, storageClass }: Storage): Values => ({
  volumeClaimTemplate: {
    spec: {
      storageClassName: storageClass,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: size } },
    },
  },
});
