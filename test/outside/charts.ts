import { ApiObject, Chart } from 'cdk8s';
import { Deployment, ServiceType } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** What a team has in its own chart: a Deployment with its Service, and a kind that nobody but its platform knows. */
export class Web extends Chart {
  constructor(scope: Construct, id = 'web', labels: Readonly<Record<string, string>> = { app: 'shop' }) {
    super(scope, id, { namespace: 'shop', labels });
    const deployment = new Deployment(this, 'deployment', {
      metadata: { name: 'shop' },
      replicas: 2,
      containers: [{ image: 'registry.example/shop:1.0', portNumber: 8080 }],
    });
    deployment.exposeViaService({
      name: 'shop',
      serviceType: ServiceType.CLUSTER_IP,
      ports: [{ name: 'http', port: 8080 }],
    });
    new ApiObject(this, 'tunnel', {
      apiVersion: 'networking.platform.example/v1',
      kind: 'Tunnel',
      metadata: { name: 'shop' },
      spec: { zone: 'eu', backend: 'shop:8080' },
    });
  }
}
