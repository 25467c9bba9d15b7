import { type EnvironmentValue, type Exporter, type Secret, exporter } from 'cheomseong';
import { licenceMetrics } from './metrics.js';

interface LicenceSpec {
  readonly namespace: string;
  readonly server: string;
  readonly token: Secret;
}

/** An exporter of one's own: on Kubernetes a Deployment with its Service and ServiceMonitor, on a host a service of Compose. */
export const licenceExporter = ({ namespace, server, token }: LicenceSpec): Exporter => {
  const environment: Readonly<Record<string, EnvironmentValue>> = {
    LICENCE_SERVER: server,
    LICENCE_TOKEN: token,
  };
  return exporter('licence-exporter', {
    namespace,
    image: 'registry.example/licence-exporter:2.1.0',
    port: 9900,
    livePath: '/healthz',
    environment,
    metrics: [licenceMetrics],
    needs: ['the licence server answers the exporter'],
  });
};
