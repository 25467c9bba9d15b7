import { ApiObject } from 'cdk8s/lib/api-object.js';
import { Duration } from 'cdk8s/lib/duration.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import { Size } from 'cdk8s/lib/size.js';
import { type ContainerProps, Cpu, EnvValue, ImagePullPolicy } from 'cdk8s-plus-27/lib/container.js';
import { Deployment, DeploymentStrategy, PercentOrAbsolute } from 'cdk8s-plus-27/lib/deployment.js';
import { LabelSelector } from 'cdk8s-plus-27/lib/pod.js';
import { Probe } from 'cdk8s-plus-27/lib/probe.js';
import { Secret } from 'cdk8s-plus-27/lib/secret.js';
import { Construct } from 'constructs';
import type { EnvironmentValue, Exporter as Description } from '../application/exporter/exporter.js';
import { Scrape } from './scrape.js';
import { Service } from './service.js';

/** The user `nobody` of most images. */
const nobody = 65_534;

/** The old pod goes when the new one answers: an image that does not start must not look like a database that is down. */
const newBeforeOld = DeploymentStrategy.rollingUpdate({
  maxSurge: PercentOrAbsolute.absolute(1),
  maxUnavailable: PercentOrAbsolute.absolute(0),
});

/** What plus-27 cannot say, and the label by which it finds pods: a hash of the construct's path, which changes when code moves. */
const template = [
  JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
  JsonPatch.add('/spec/template/spec/containers/0/securityContext/capabilities', { drop: ['ALL'] }),
  // Else every Service of the namespace puts variables of its own beside the exporter's.
  JsonPatch.add('/spec/template/spec/enableServiceLinks', false),
  JsonPatch.remove('/spec/template/metadata/labels/cdk8s.io~1metadata.addr'),
];

/**
 * An exporter: its Deployment, Service and ServiceMonitor. It runs without rights and on next to nothing; beside what is
 * said here, plus-27 forbids by itself to run as root, to write to the root file system and to gain privileges.
 */
export class Exporter extends Construct {
  constructor(scope: Construct, id: string, exporter: Description) {
    super(scope, id);
    const { name, namespace } = exporter;
    const { labels } = exporter.service;
    const metadata = { name, namespace, labels };
    const deployment = new Deployment(this, 'deployment', {
      metadata,
      podMetadata: { labels },
      replicas: 1,
      strategy: newBeforeOld,
      select: false,
      automountServiceAccountToken: false,
      securityContext: { user: nobody, group: nobody },
      containers: [this.container(exporter)],
    });
    deployment.select(LabelSelector.of({ labels }));
    ApiObject.of(deployment).addJsonPatch(...template);
    new Service(this, 'service', exporter.service);
    new Scrape(this, 'scrape', exporter.scrape);
  }

  private container({ image, args, port, livePath, environment }: Description): ContainerProps {
    const answers = (periodSeconds: Duration): Probe => Probe.fromHttpGet(livePath, { port, periodSeconds });
    const variables = Object.entries(environment).map(([name, value]) => [name, this.value(name, value)]);
    return {
      name: 'exporter',
      image,
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      ...(args.length > 0 && { args: [...args] }),
      ports: [{ name: 'metrics', number: port }],
      envVariables: Object.fromEntries(variables),
      readiness: answers(Duration.seconds(10)),
      liveness: answers(Duration.seconds(30)),
      resources: {
        cpu: { request: Cpu.millis(10), limit: Cpu.millis(200) },
        memory: { request: Size.mebibytes(32), limit: Size.mebibytes(64) },
      },
    };
  }

  private value(name: string, value: EnvironmentValue): EnvValue {
    if (typeof value === 'string') return EnvValue.fromValue(value);
    const secret = Secret.fromSecretName(this, `secret-${name}`, value.name);
    return EnvValue.fromSecretValue({ secret, key: value.key });
  }
}
