import { describe, expect, test } from '@jest/globals';
import { untyped } from '../../untyped.js';
import { jaeger, tempo } from '#application/tracing/store.js';
import { tracing } from '#application/tracing/tracing.js';
import { alertsOf, application } from '#application/application.js';
import { Refusal } from '#ground/fault.js';
import { perSecond, seconds } from '#promql/unit/limit.js';
import { shop } from '../../synth/estate/shop.js';
import { store, traced } from './example.js';

const refusedOf = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
  return [];
};

describe('tracing is refused', () => {
  test('where its gateway has less memory than the traces that wait take', () => {
    expect(refusedOf(() => traced({ traces: perSecond(2000) }))).toMatchObject([
      { where: 'gateway.resources.memory.limit', code: 'server-too-small', what: '512' },
    ]);
  });

  test('with the memory that would do', () => {
    const [fault] = refusedOf(() => traced({ traces: perSecond(2000) }));
    const [, enough = ''] = /give it (\d+) MiB/.exec(fault?.cure ?? '') ?? [];
    const limit = Number(enough);
    const gateway = { resources: { memory: { request: limit, limit } } };
    expect(refusedOf(() => traced({ traces: perSecond(2000), gateway }))).toEqual([]);
  });

  test('with several gateways and no agents, which alone bring a trace to one of them', () => {
    expect(refusedOf(() => traced({ agent: false }))).toMatchObject([
      { where: 'agent', code: 'missing-field' },
    ]);
  });

  test('where a change of its configuration is wrong', () => {
    const change: NonNullable<Parameters<typeof tracing>[0]['agent']> = {
      change: (configuration) => ({ ...configuration, processors: {} }),
    };
    expect(refusedOf(() => traced({ agent: change }))).toContainEqual(
      expect.objectContaining({ where: 'agent.configuration.service.pipelines.traces.processors' }),
    );
  });

  test('with a field that nobody reads', () => {
    expect(refusedOf(() => tracing({ store, slow: seconds(2), ...{ keep: 1 } }))).toMatchObject([
      { code: 'no-such-field', cure: 'write keeps' },
    ]);
  });
});

describe('a store is refused', () => {
  test.each([tempo, jaeger])('that is an address with a scheme', (made) => {
    expect(refusedOf(() => made({ host: 'http://tempo' }))).toMatchObject([{ code: 'bad-address' }]);
  });

  test('that holds a login, which is not shown', () => {
    const faults = refusedOf(() => tempo({ host: 'shop:hunter2@tempo' }));
    expect([faults.length, JSON.stringify(faults)]).toEqual([1, expect.not.stringContaining('hunter2')]);
  });
});

describe('an application with tracing', () => {
  const made = shop({ tracing: traced() });

  test('has the Services of its collectors, and is scraped of what they tell', () => {
    expect([
      made.services.map(({ name }) => name).filter((name) => name.includes('trace')),
      made.scrapes.map(({ name }) => name).filter((name) => name.includes('trace')),
    ]).toEqual([
      ['shop-trace-agent', 'shop-trace-gateway'],
      ['shop-trace-agent', 'shop-trace-gateway', 'shop-trace-gateway-spans'],
    ]);
  });

  test('is told where its agents do not run', () => {
    expect(alertsOf(made).map(({ name }) => name)).toContain('AgentNotRunning');
  });

  test('is told what agents for traces need, not what those need that read files', () => {
    const told = alertsOf(made).find(({ name }) => name === 'AgentNotRunning');
    expect(JSON.stringify(told?.runbook)).not.toContain('privileged');
  });

  test('draws latencies with exemplars', () => {
    expect(made.dashboards.map(({ exemplars }) => exemplars)).toEqual(made.dashboards.map(() => true));
  });

  test('is refused what is not made by tracing', () => {
    const { tracing: _, ...rest } = made;
    const spec = { ...rest, title: 'Shop', tracing: { store }, dashboards: [] };
    expect(refusedOf(untyped(application, 'shop', spec))).toContainEqual(
      expect.objectContaining({ where: 'tracing', code: 'wrong-type' }),
    );
  });
});
