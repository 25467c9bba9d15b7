import { basename, dirname } from 'node:path/posix';
import { Duration } from 'cdk8s/lib/duration.js';
import {
  type ContainerProps,
  ImagePullPolicy,
  MountPropagation,
  type VolumeMount,
} from 'cdk8s-plus-27/lib/container.js';
import { Deployment } from 'cdk8s-plus-27/lib/deployment.js';
import { Probe } from 'cdk8s-plus-27/lib/probe.js';
import { Secret as SecretOfPlus } from 'cdk8s-plus-27/lib/secret.js';
import { Volume } from 'cdk8s-plus-27/lib/volume.js';
import { Construct } from 'constructs';
import { type Exporter as Description, caFile, nobody } from '#application/exporter/exporter.js';
import type { Secret } from '#ground/secret.js';
import { configured } from './configuration.js';
import { environmentOf } from './environment.js';
import { containerResources } from './resources.js';
import { scrapedBy } from './scraped-by.js';
import { secretMounts } from './secret-files.js';
import { Service } from './service.js';
import { type WrittenAs, forPrometheus } from './written-as.js';
import { confine, newBeforeOld, onEveryNode, placedOn, pulledBy, quiet } from './workload.js';

/**
 * An exporter: its Deployment, or a DaemonSet where it watches the machine it runs on, its Service, its ServiceMonitor, and the ConfigMap of
 * its configuration where it has one. It runs without
 * rights and on next to nothing; beside what is said here, plus-27 forbids by itself to run as root, to write to the root
 * file system and to gain privileges.
 */
export class Exporter extends Construct {
  constructor(
    scope: Construct,
    id: string,
    exporter: Description,
    scrapes: WrittenAs['scrapes'] = forPrometheus.scrapes,
  ) {
    super(scope, id);
    const { name, namespace, hostRoot, imagePullSecrets, placement } = exporter;
    const { labels } = exporter.service;
    const file =
      exporter.configuration && configured(this, { name, namespace, labels }, exporter.configuration);
    const pods = {
      ...quiet,
      metadata: { name, namespace, labels },
      podMetadata: { labels, ...(file && { annotations: { ...file.annotations } }) },
      securityContext: { user: nobody, group: nobody },
      containers: [this.container(exporter, file ? [file.mount] : [])],
    };
    const workload =
      hostRoot === undefined
        ? new Deployment(this, 'deployment', { ...pods, replicas: 1, strategy: newBeforeOld })
        : onEveryNode(this, 'daemon-set', pods);
    confine(workload, labels);
    placedOn(workload, placement);
    pulledBy(workload, imagePullSecrets);
    new Service(this, 'service', exporter.service);
    scrapedBy(scrapes, this, 'scrape', exporter.scrape);
  }

  private container(exporter: Description, configuration: readonly VolumeMount[]): ContainerProps {
    const { image, args, port, livePath, environment, hostRoot, resources, ca, files } = exporter;
    const volumeMounts = [
      ...(hostRoot === undefined ? [] : [this.host(hostRoot)]),
      ...(ca === undefined ? [] : [this.certificate(ca)]),
      ...configuration,
      ...secretMounts(this, files),
    ];
    const answers = (periodSeconds: Duration): Probe => Probe.fromHttpGet(livePath, { port, periodSeconds });
    return {
      name: 'exporter',
      image,
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      ...(args.length > 0 && { args: [...args] }),
      ports: [{ name: 'metrics', number: port }],
      envVariables: environmentOf(this, environment),
      ...(volumeMounts.length > 0 && { volumeMounts }),
      resources: containerResources(resources),
      readiness: answers(Duration.seconds(10)),
      liveness: answers(Duration.seconds(30)),
    };
  }

  /** The node's file systems, those that it mounts later too. */
  private host(path: string): VolumeMount {
    return {
      path,
      volume: Volume.fromHostPath(this, 'host', 'host', { path: '/' }),
      readOnly: true,
      propagation: MountPropagation.HOST_TO_CONTAINER,
    };
  }
  /** The certificate that it checks its server's by: of its Secret that key alone. */
  private certificate({ name, key }: Secret): VolumeMount {
    const secret = SecretOfPlus.fromSecretName(this, 'ca', name);
    const items = { [key]: { path: basename(caFile) } };
    return {
      path: dirname(caFile),
      volume: Volume.fromSecret(this, 'ca-volume', secret, { name: 'ca', items }),
      readOnly: true,
    };
  }
}
