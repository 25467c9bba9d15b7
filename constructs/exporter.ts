import { ApiObject } from 'cdk8s/lib/api-object.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import { Duration } from 'cdk8s/lib/duration.js';
import { Size } from 'cdk8s/lib/size.js';
import { type ContainerProps, Cpu, EnvValue } from 'cdk8s-plus-27/lib/container.js';
import { Deployment } from 'cdk8s-plus-27/lib/deployment.js';
import { LabelSelector } from 'cdk8s-plus-27/lib/pod.js';
import { Probe } from 'cdk8s-plus-27/lib/probe.js';
import { Secret } from 'cdk8s-plus-27/lib/secret.js';
import { Service } from 'cdk8s-plus-27/lib/service.js';
import { Construct } from 'constructs';
import type { EnvironmentValue, Exporter as Description } from '../application/exporter/exporter.js';
import { Scrape } from './scrape.js';

/** The user `nobody` of most images. */
const nobody = 65_534;

/** An exporter: its Deployment, Service and ServiceMonitor. It runs without rights and on next to nothing. */
export class Exporter extends Construct {
  constructor(scope: Construct, id: string, exporter: Description) {
    super(scope, id);
    const { name, namespace, service } = exporter;
    const metadata = { name, namespace, labels: service.labels };
    const deployment = new Deployment(this, 'deployment', {
      metadata,
      podMetadata: { labels: service.labels },
      replicas: 1,
      // plus-27 selects by a hash of the construct's path, which changes when code moves.
      select: false,
      automountServiceAccountToken: false,
      securityContext: { ensureNonRoot: true, user: nobody, group: nobody },
      containers: [this.container(exporter)],
    });
    deployment.select(LabelSelector.of({ labels: service.labels }));
    // plus-27 knows neither of these.
    ApiObject.of(deployment).addJsonPatch(
      JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
      JsonPatch.add('/spec/template/spec/containers/0/securityContext/capabilities', { drop: ['ALL'] }),
    );
    new Service(this, 'service', {
      metadata,
      selector: deployment,
      ports: [{ name: 'metrics', port: exporter.port, targetPort: exporter.port }],
    });
    new Scrape(this, 'scrape', exporter.scrape);
  }

  private container({ image, args, port, livePath, environment }: Description): ContainerProps {
    const alive = Probe.fromHttpGet(livePath, { port, periodSeconds: Duration.seconds(30) });
    return {
      name: 'exporter',
      image,
      ...(args.length > 0 && { args: [...args] }),
      ports: [{ name: 'metrics', number: port }],
      envVariables: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, this.value(name, value)])),
      liveness: alive,
      readiness: alive,
      resources: {
        cpu: { request: Cpu.millis(10), limit: Cpu.millis(200) },
        memory: { request: Size.mebibytes(32), limit: Size.mebibytes(64) },
      },
      securityContext: {
        ensureNonRoot: true,
        user: nobody,
        group: nobody,
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        privileged: false,
      },
    };
  }

  private value(name: string, value: EnvironmentValue): EnvValue {
    if (typeof value === 'string') return EnvValue.fromValue(value);
    return EnvValue.fromSecretValue({ secret: Secret.fromSecretName(this, `secret-${name}`, value.name), key: value.key });
  }
}
