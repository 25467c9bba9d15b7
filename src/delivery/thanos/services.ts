import type { Construct } from 'constructs';
import { Service } from '#imports/service.js';
import { type PartName, names, podLabels, ports } from './parts.js';

/**
 * By what name a part is asked. Without an address of its own DNS tells of each pod behind it, which Query needs of a store; Query itself has one, since
 * whoever asks it may ask any.
 */
export const service = (scope: Construct, part: Exclude<PartName, 'sidecar' | 'ruler'>): void => {
  new Service(scope, `${part}-service`, {
    metadata: { name: names[part], labels: podLabels(part) },
    spec: {
      ...(part !== 'query' && { clusterIP: 'None' }),
      selector: podLabels(part),
      ports: [
        { name: 'http', port: ports.http, targetPort: 'http' },
        { name: 'grpc', port: ports.grpc, targetPort: 'grpc' },
      ],
    },
  });
};
