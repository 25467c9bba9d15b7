import { Duration } from 'cdk8s/lib/duration.js';
import {
  type ContainerProps,
  EnvFieldPaths,
  EnvValue,
  ImagePullPolicy,
  type VolumeMount,
} from 'cdk8s-plus-27/lib/container.js';
import { Deployment } from 'cdk8s-plus-27/lib/deployment.js';
import { Probe } from 'cdk8s-plus-27/lib/probe.js';
import { Construct } from 'constructs';
import { nobody } from '#application/exporter/exporter.js';
import { nodeVariable } from '#application/tracing/agent.js';
import type { Collector as Description } from '#application/tracing/collector.js';
import { health } from '#application/tracing/parts.js';
import { inSeconds } from '#ground/duration.js';
import { configured } from './configuration.js';
import { environmentOf } from './environment.js';
import { containerResources } from './resources.js';
import { confine, newBeforeOld, onEveryNode, pulledBy, quiet } from './workload.js';

/**
 * A collector for traces: gateways as a Deployment, agents as a DaemonSet, and the ConfigMap of its configuration. Pod Security `restricted` lets
 * both be: they read no file of the node, take no port of it, and know nothing of the API server; of its node an agent knows the name, by the downward
 * API.
 */
export class Collector extends Construct {
  constructor(scope: Construct, id: string, collector: Description) {
    super(scope, id);
    const { name, namespace, role, replicas, grace, imagePullSecrets, service } = collector;
    const { labels } = service;
    const file = configured(this, { name, namespace, labels }, collector.configuration);
    const pods = {
      ...quiet,
      metadata: { name, namespace, labels },
      podMetadata: { labels, annotations: { ...file.annotations } },
      securityContext: { user: nobody, group: nobody },
      terminationGracePeriod: Duration.seconds(inSeconds(grace)),
      containers: [this.container(collector, file.mount)],
    };
    const workload =
      role === 'gateway'
        ? new Deployment(this, 'deployment', { ...pods, replicas, strategy: newBeforeOld })
        : onEveryNode(this, 'daemon-set', pods);
    confine(workload, labels);
    pulledBy(workload, imagePullSecrets);
  }

  private container(collector: Description, configuration: VolumeMount): ContainerProps {
    const { role, image, args, environment, service, resources } = collector;
    const answers = (seconds: number): Probe =>
      Probe.fromHttpGet(health.path, { port: health.port, periodSeconds: Duration.seconds(seconds) });
    return {
      name: 'collector',
      image,
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      args: [...args],
      ports: Object.entries(service.ports).map(([port, { targetPort }]) => ({
        name: port,
        number: targetPort,
      })),
      envVariables: {
        ...environmentOf(this, environment),
        ...(role === 'agent' && { [nodeVariable]: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME) }),
      },
      volumeMounts: [configuration],
      resources: containerResources(resources),
      readiness: answers(10),
      liveness: answers(30),
    };
  }
}
