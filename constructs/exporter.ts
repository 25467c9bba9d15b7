import { Duration } from 'cdk8s/lib/duration.js';
import { Size } from 'cdk8s/lib/size.js';
import {
  type ContainerProps,
  Cpu,
  ImagePullPolicy,
  MountPropagation,
  type VolumeMount,
} from 'cdk8s-plus-27/lib/container.js';
import { Deployment, DeploymentStrategy, PercentOrAbsolute } from 'cdk8s-plus-27/lib/deployment.js';
import { Probe } from 'cdk8s-plus-27/lib/probe.js';
import { Volume } from 'cdk8s-plus-27/lib/volume.js';
import { Construct } from 'constructs';
import type { Exporter as Description } from '../application/exporter/exporter.js';
import { environmentOf } from './environment.js';
import { Scrape } from './scrape.js';
import { Service } from './service.js';
import { confine, onEveryNode, quiet } from './workload.js';

/** The user `nobody` of most images. */
const nobody = 65_534;

/** The old pod goes when the new one answers: an image that does not start must not look like a database that is down. */
const newBeforeOld = DeploymentStrategy.rollingUpdate({
  maxSurge: PercentOrAbsolute.absolute(1),
  maxUnavailable: PercentOrAbsolute.absolute(0),
});

/**
 * An exporter: its Deployment, or a DaemonSet where it watches the machine it runs on, its Service and ServiceMonitor. It runs without
 * rights and on next to nothing; beside what is said here, plus-27 forbids by itself to run as root, to write to the root
 * file system and to gain privileges.
 */
export class Exporter extends Construct {
  constructor(scope: Construct, id: string, exporter: Description) {
    super(scope, id);
    const { name, namespace, hostRoot } = exporter;
    const { labels } = exporter.service;
    const pods = {
      ...quiet,
      metadata: { name, namespace, labels },
      podMetadata: { labels },
      securityContext: { user: nobody, group: nobody },
      containers: [this.container(exporter)],
    };
    confine(
      hostRoot === undefined
        ? new Deployment(this, 'deployment', { ...pods, replicas: 1, strategy: newBeforeOld })
        : onEveryNode(this, 'daemon-set', pods),
      labels,
    );
    new Service(this, 'service', exporter.service);
    new Scrape(this, 'scrape', exporter.scrape);
  }

  private container(exporter: Description): ContainerProps {
    const { image, args, port, livePath, environment, hostRoot } = exporter;
    const answers = (periodSeconds: Duration): Probe => Probe.fromHttpGet(livePath, { port, periodSeconds });
    return {
      name: 'exporter',
      image,
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      ...(args.length > 0 && { args: [...args] }),
      ports: [{ name: 'metrics', number: port }],
      envVariables: environmentOf(this, environment),
      ...(hostRoot !== undefined && { volumeMounts: [this.host(hostRoot)] }),
      readiness: answers(Duration.seconds(10)),
      liveness: answers(Duration.seconds(30)),
      resources: {
        cpu: { request: Cpu.millis(10), limit: Cpu.millis(200) },
        memory: { request: Size.mebibytes(32), limit: Size.mebibytes(64) },
      },
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
}
