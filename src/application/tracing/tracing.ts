import { refuse } from '#ground/fault.js';
import { percent, perSecond } from '#promql/unit/limit.js';
import { type Resources, type ResourcesSpec, resourcesOf } from '#application/exporter/resources.js';
import { fromRegistry } from '#application/exporter/image.js';
import type { ChangeConfiguration, Running, Tracing } from './described.js';
import { tracingFaults } from './faults.js';
import { collectorVersion } from './known/components.js';
import { tracingShape } from './shape.js';

interface RunningSpec {
  readonly resources?: ResourcesSpec;
  readonly change?: ChangeConfiguration;
}

/** What tracing is described by. */
export interface TracingSpec
  extends
    Pick<Tracing, 'store' | 'slow'>,
    Partial<
      Pick<
        Tracing,
        | ('keeps' | 'traces' | 'spansPerTrace' | 'decisionWait' | 'combinations')
        | ('interval' | 'image' | 'imagePullSecrets')
      >
    > {
  readonly gateway?: RunningSpec & { readonly replicas?: number };
  /** `false` where pods send to the one gateway. */
  readonly agent?: RunningSpec | false;
  /** A registry that holds the image as the public one does; `image` names another altogether. */
  readonly registry?: string;
}

const usualGateway: Resources = { cpu: { request: 50, limit: 1000 }, memory: { request: 256, limit: 512 } };
const usualAgent: Resources = { cpu: { request: 20, limit: 500 }, memory: { request: 64, limit: 192 } };

const running = (usual: Resources, { resources = {}, change }: RunningSpec = {}): Running => ({
  resources: resourcesOf(usual, resources),
  ...(change && { change }),
});

/**
 * The traces of an application: its services send spans by OTLP to an OpenTelemetry Collector, which counts all of them, keeps the traces that
 * failed or took long and a share of the others, and hands these to a Tempo or a Jaeger.
 *
 * @throws Refusal on a store that is nowhere, on limits that are none, and on a gateway whose memory does not hold the traces that wait.
 */
export const tracing = (spec: TracingSpec): Tracing => {
  refuse('tracing', tracingShape('', spec));
  const {
    gateway,
    agent,
    registry,
    image = `otel/opentelemetry-collector-contrib:${collectorVersion}`,
  } = spec;
  const made: Tracing = {
    ...{ store: spec.store, slow: spec.slow },
    keeps: spec.keeps ?? percent(10),
    traces: spec.traces ?? perSecond(50),
    spansPerTrace: spec.spansPerTrace ?? 20,
    decisionWait: spec.decisionWait ?? '10s',
    combinations: spec.combinations ?? 500,
    interval: spec.interval ?? '30s',
    gateway: { ...running(usualGateway, gateway), replicas: gateway?.replicas ?? 2 },
    ...(agent !== false && { agent: running(usualAgent, agent) }),
    image: fromRegistry(image, registry),
    imagePullSecrets: spec.imagePullSecrets ?? [],
  };
  refuse('tracing', tracingFaults(made));
  return made;
};
