import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { CollectorConfiguration } from '#application/tracing/configuration.js';
import { collectorFaults } from '#application/tracing/check.js';
import { collectorsOf } from '#application/tracing/collector.js';
import { configurationsOf } from '#application/tracing/configurations.js';
import { jaeger } from '#application/tracing/store.js';
import { tracingOnHost } from '#application/tracing/place.js';
import { type Field, valueAt } from '#ground/field.js';
import { yamlOf } from '#ground/yaml.js';
import { spanBuckets, spanDimensions, spanMetrics } from '#metrics/span-metrics.js';
import { percent, perSecond, seconds } from '#promql/unit/limit.js';
import { fc } from '../../seeded.js';
import { traced } from './example.js';

const shop = { name: 'shop', namespace: 'shop' };
const { gateway, agent } = configurationsOf(traced(), shop);
const at = (configuration: CollectorConfiguration | undefined, ...field: Field): unknown =>
  valueAt(parse(yamlOf(configuration ?? {})), field);

describe('an agent', () => {
  test('limits its memory first, and makes batches last', () => {
    expect(at(agent, 'service', 'pipelines', 'traces', 'processors')).toEqual([
      'memory_limiter',
      'resource',
      'batch',
    ]);
  });

  test('gives all of a trace to one gateway, of those that its Service has', () => {
    expect([
      at(agent, 'exporters', 'load_balancing', 'routing_key'),
      at(agent, 'exporters', 'load_balancing', 'resolver', 'dns', 'hostname'),
    ]).toEqual(['traceID', 'shop-trace-gateway']);
  });

  test('lets nothing wait for one gateway alone, which may be gone', () => {
    expect(at(agent, 'exporters', 'load_balancing', 'protocol', 'otlp', 'sending_queue')).toEqual({
      enabled: false,
    });
  });

  test('says where a span is from, unless the span does', () => {
    expect(at(agent, 'processors', 'resource', 'attributes')).toEqual([
      { key: 'k8s.node.name', value: '${env:NODE_NAME}', action: 'insert' },
      { key: 'k8s.namespace.name', value: 'shop', action: 'insert' },
    ]);
  });
});

describe('a gateway', () => {
  const policy = (spec: Parameters<typeof traced>[0], name: string): unknown => {
    const policies = at(
      configurationsOf(traced(spec), shop).gateway,
      'processors',
      'tail_sampling',
      'policies',
    );
    return Array.isArray(policies) ? policies.find((each) => valueAt(each, ['name']) === name) : undefined;
  };

  test('decides on whole traces before it makes batches of them', () => {
    expect(at(gateway, 'service', 'pipelines', 'traces', 'processors')).toEqual([
      'memory_limiter',
      'tail_sampling',
      'batch',
    ]);
  });

  test('counts each span before any is left out', () => {
    expect(at(gateway, 'service', 'pipelines', 'traces/counted')).toEqual({
      receivers: ['otlp'],
      processors: ['memory_limiter'],
      exporters: ['span_metrics'],
    });
  });

  test('keeps each trace that fails', () => {
    expect(policy({}, 'errors')).toMatchObject({
      type: 'status_code',
      status_code: { status_codes: ['ERROR'] },
    });
  });

  test("keeps each trace that takes longer than its application's limit", () => {
    expect(policy({ slow: seconds(0.25) }, 'slow')).toMatchObject({
      type: 'latency',
      latency: { threshold_ms: 250 },
    });
  });

  test('keeps a share of the others, in hundredths', () => {
    expect(policy({ keeps: percent(7) }, 'others')).toMatchObject({
      probabilistic: { sampling_percentage: 7 },
    });
  });

  test('has room for the traces of twice the time that it waits, while another gateway is away', () => {
    const { gateway: large } = configurationsOf(
      traced({ traces: perSecond(100), decisionWait: '10s', gateway: { replicas: 3 } }),
      shop,
    );
    expect([
      at(large, 'processors', 'tail_sampling', 'expected_new_traces_per_sec'),
      at(large, 'processors', 'tail_sampling', 'num_traces'),
    ]).toEqual([50, 1000]);
  });

  test('remembers ten times as many decisions, for spans that come late', () => {
    const traces = Number(at(gateway, 'processors', 'tail_sampling', 'num_traces'));
    expect(at(gateway, 'processors', 'tail_sampling', 'decision_cache')).toEqual({
      sampled_cache_size: 10 * traces,
      non_sampled_cache_size: 10 * traces,
    });
  });

  test('hands traces to a Jaeger as to a Tempo', () => {
    const { gateway: toJaeger } = configurationsOf(traced({ store: jaeger({ host: 'jaeger' }) }), shop);
    expect(at(toJaeger, 'exporters', 'otlp_grpc/jaeger', 'endpoint')).toBe('jaeger:4317');
  });

  test('speaks TLS to a store that does', () => {
    const store = jaeger({ host: 'jaeger.example.org', tls: true });
    const { gateway: overTls } = configurationsOf(traced({ store }), shop);
    expect(at(overTls, 'exporters', 'otlp_grpc/jaeger', 'tls')).toEqual({ insecure: false });
  });

  test('has the buckets, in seconds, with exemplars, that the catalogue says', () => {
    const buckets = at(gateway, 'connectors', 'span_metrics', 'histogram', 'explicit', 'buckets');
    const edges = Array.isArray(buckets)
      ? buckets.map((each) => (String(each).endsWith('ms') ? parseFloat(each) / 1000 : parseFloat(each)))
      : [];
    expect([edges, at(gateway, 'connectors', 'span_metrics', 'exemplars', 'enabled')]).toEqual([
      spanBuckets,
      true,
    ]);
  });

  test('tells spans apart by the labels that the catalogue says', () => {
    const dimensions = at(gateway, 'connectors', 'span_metrics', 'dimensions');
    const given = ['service.name', 'span.name', 'span.kind', 'status.code'].map((name) => ({ name }));
    const all = [...given, ...(Array.isArray(dimensions) ? dimensions : [])];
    const labels = all.map((each) => String(valueAt(each, ['name'])).replaceAll('.', '_'));
    expect(labels.sort()).toEqual([...spanMetrics.calls.info.ownLabels].sort());
  });

  test('writes each of these labels as Prometheus knows the attribute', () => {
    expect(Object.entries(spanDimensions).map(([label, name]) => [label, name.replaceAll('.', '_')])).toEqual(
      Object.keys(spanDimensions).map((label) => [label, label]),
    );
  });

  test('exports the names that the catalogue says: the namespace of the connector, what it counts, and its unit', () => {
    const prefix = String(at(gateway, 'connectors', 'span_metrics', 'namespace')).replaceAll('.', '_');
    expect([spanMetrics.calls.info.name, spanMetrics.duration.info.name]).toEqual([
      `${prefix}_calls_total`,
      `${prefix}_duration_seconds`,
    ]);
  });

  test('writes its metrics in the one format that has exemplars', () => {
    expect(at(gateway, 'exporters', 'prometheus', 'enable_open_metrics')).toBe(true);
  });
});

describe('what each collector is told', () => {
  test('is what its release knows, whatever the traffic, the memory and the limits', () => {
    fc.assert(
      fc.property(
        fc.record({
          traces: fc.integer({ min: 1, max: 200 }),
          wait: fc.integer({ min: 1, max: 60 }),
          replicas: fc.integer({ min: 1, max: 9 }),
          slow: fc.double({ min: 0.001, max: 100, noNaN: true }),
          keeps: fc.integer({ min: 0, max: 100 }),
        }),
        ({ traces, wait, replicas, slow, keeps }) => {
          const made = traced({
            ...{
              traces: perSecond(traces),
              decisionWait: `${wait}s`,
              slow: seconds(slow),
              keeps: percent(keeps),
            },
            gateway: { replicas, resources: { memory: { request: 4096, limit: 8192 } } },
          });
          const { gateway: decides, agent: sends } = configurationsOf(made, shop);
          expect([...collectorFaults(decides), ...(sends ? collectorFaults(sends) : [])]).toEqual([]);
        },
      ),
    );
  });

  test('reads from YAML as the value that was written', () => {
    expect([parse(yamlOf(gateway)), parse(yamlOf(agent ?? {}))]).toEqual([gateway, agent]);
  });
});

describe('on a host', () => {
  const all = collectorsOf({ ...shop, tracing: tracingOnHost(traced({ gateway: { replicas: 3 } })) });

  test('there is one gateway and no agent', () => {
    expect(all.map(({ role, replicas }) => [role, replicas])).toEqual([['gateway', 1]]);
  });

  test('services may send to it by gRPC and by HTTP', () => {
    expect(at(all[0]?.configuration.value, 'receivers', 'otlp', 'protocols')).toEqual({
      grpc: { endpoint: '0.0.0.0:4317' },
      http: { endpoint: '0.0.0.0:4318' },
    });
  });
});
