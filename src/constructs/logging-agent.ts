import { Duration } from 'cdk8s/lib/duration.js';
import { Size } from 'cdk8s/lib/size.js';
import { type ContainerProps, Cpu, ImagePullPolicy, type VolumeMount } from 'cdk8s-plus-27/lib/container.js';
import { Probe } from 'cdk8s-plus-27/lib/probe.js';
import { HostPathVolumeType, Volume } from 'cdk8s-plus-27/lib/volume.js';
import { Construct } from 'constructs';
import type { LoggingAgent as Description } from '#application/agent/agent.js';
import { configured } from './configuration.js';
import { environmentOf } from './environment.js';
import { confine, onEveryNode, quiet } from './workload.js';

/**
 * Logs are for few to read, so root reads them: one who may do to files what their modes allow their owner, and what the agent
 * says that it must.
 */
const root = { user: 0, group: 0, ensureNonRoot: false } as const;

const { DIRECTORY_OR_CREATE } = HostPathVolumeType;

/** What the objects of an agent are called, and where they stand. */
interface Identity {
  readonly name: string;
  readonly namespace: string;
  /** The namespace of its application. */
  readonly home: string;
}

/** A logging agent on every node: its DaemonSet and the ConfigMap of its configuration. It knows nothing of the API server. */
export class LoggingAgent extends Construct {
  /** @param identity What its objects are called, as is its directory in the node's /var/lib, and where they stand. */
  constructor(scope: Construct, id: string, identity: Identity, agent: Description) {
    super(scope, id);
    const { name, namespace, home } = identity;
    const labels = { 'app.kubernetes.io/name': name };
    const { annotations, mount } = configured(this, { name, namespace, labels }, agent.configuration);
    const daemonSet = onEveryNode(this, 'daemon-set', {
      ...quiet,
      metadata: { name, namespace, labels },
      podMetadata: { labels, annotations: { ...annotations } },
      securityContext: root,
      // It finds by a name what its application finds by it: `elasticsearch` alone would be looked for among the agents.
      dns: { searches: [`${home}.svc.cluster.local`] },
      containers: [this.container(name, agent, mount)],
    });
    confine(daemonSet, labels, agent.capabilities);
  }

  private container(name: string, agent: Description, configuration: VolumeMount): ContainerProps {
    const { image, args, environment, logs, state, health, memory } = agent;
    const asked = (path: string, seconds: number): Probe =>
      Probe.fromHttpGet(path, { port: health.port, periodSeconds: Duration.seconds(seconds) });
    return {
      name: agent.name,
      image,
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      args: [...args],
      ports: [{ name: 'http', number: health.port }],
      envVariables: environmentOf(this, environment),
      securityContext: root,
      volumeMounts: [
        configuration,
        // A path may hold what the name of a volume may not.
        ...logs.map((path, i) => ({ ...this.ofNode(`logs-${i}`, path), readOnly: true })),
        { ...this.ofNode('state', `/var/lib/${name}`), path: state },
      ],
      readiness: asked(health.ready, 30),
      liveness: asked(health.live, 30),
      resources: {
        cpu: { request: Cpu.millis(50), limit: Cpu.millis(500) },
        memory: { request: Size.mebibytes(memory.request), limit: Size.mebibytes(memory.limit) },
      },
    };
  }

  /** A directory of the node, at the same path. */
  private ofNode(name: string, path: string): VolumeMount {
    const type = DIRECTORY_OR_CREATE;
    return { path, volume: Volume.fromHostPath(this, `volume-${name}`, name, { path, type }) };
  }
}
