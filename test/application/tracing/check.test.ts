import { describe, expect, test } from '@jest/globals';
import { collectorFaults } from '#application/tracing/check.js';
import type { CollectorConfiguration } from '#application/tracing/configuration.js';
import { configurationsOf } from '#application/tracing/configurations.js';
import { traced } from './example.js';

const { gateway } = configurationsOf(traced(), { name: 'shop', namespace: 'shop' });
type Service = CollectorConfiguration['service'];

/** A gateway whose pipelines, or whatever else, are otherwise. */
const changed = (change: Partial<CollectorConfiguration>) => collectorFaults({ ...gateway, ...change });
const piped = (pipelines: Service['pipelines']) =>
  changed({ service: { ...gateway.service, pipelines: { ...gateway.service.pipelines, ...pipelines } } });
const through = (...processors: readonly string[]) =>
  piped({ traces: { receivers: ['otlp'], processors, exporters: ['otlp_grpc/tempo'] } });
const processing = (id: string, told: object) =>
  changed({ processors: { ...gateway.processors, [id]: told } });
const exporting = (id: string, told: object) => changed({ exporters: { ...gateway.exporters, [id]: told } });

test('a configuration as it is made has no fault', () => {
  expect(collectorFaults(gateway)).toEqual([]);
});

describe('a pipeline is refused', () => {
  test('that names what nobody declares', () => {
    expect(through('memory_limiter', 'tail_samplin', 'batch')).toContainEqual(
      expect.objectContaining({
        where: 'service.pipelines.traces.processors',
        what: 'tail_samplin',
        code: 'no-such-word',
        cure: 'declare it, or write tail_sampling',
      }),
    );
  });

  test.each([
    ['without a memory limiter', ['tail_sampling', 'batch'], 'no memory_limiter is in front'],
    [
      'with something before its memory limiter',
      ['tail_sampling', 'memory_limiter', 'batch'],
      'is not the first',
    ],
    ['with batches before the sampler', ['memory_limiter', 'batch', 'tail_sampling'], 'before tail_sampling'],
  ])('%s', (_, processors, why) => {
    expect(through(...processors)).toContainEqual(
      expect.objectContaining({ code: 'processors-out-of-order', why: expect.stringContaining(why) }),
    );
  });

  test('with the order that is right', () => {
    const [fault] = through('batch', 'tail_sampling', 'memory_limiter');
    expect(fault?.cure).toBe('write [memory_limiter, tail_sampling, batch]');
  });

  test('that receives nothing', () => {
    expect(piped({ traces: { receivers: [], exporters: ['otlp_grpc/tempo'] } })).toContainEqual(
      expect.objectContaining({ code: 'holds-nothing', why: 'it has no receiver' }),
    );
  });

  test('that has a processor twice', () => {
    expect(through('memory_limiter', 'tail_sampling', 'tail_sampling', 'batch')).toContainEqual(
      expect.objectContaining({ what: 'tail_sampling', code: 'name-twice' }),
    );
  });
});

describe('a component is refused', () => {
  test('that is in no pipeline', () => {
    expect(exporting('debug', {})).toEqual([
      expect.objectContaining({ where: 'exporters.debug', code: 'setting-for-nothing' }),
    ]);
  });

  test('of a type that nobody knows', () => {
    expect(exporting('otlp_grcp/tempo', { endpoint: 'tempo:4317' })).toEqual([
      expect.objectContaining({ what: 'otlp_grcp/tempo', code: 'no-such-word', cure: 'write otlp_grpc' }),
    ]);
  });

  test('with a field that its release does not know', () => {
    expect(processing('batch', { timeout: '2s', send_batch_sise: 512 })).toEqual([
      expect.objectContaining({
        where: 'processors.batch.send_batch_sise',
        code: 'no-such-field',
        cure: 'write send_batch_size',
      }),
    ]);
  });

  test('with a number where the collector reads a length of time', () => {
    expect(processing('batch', { timeout: 2 })).toEqual([
      expect.objectContaining({ where: 'processors.batch.timeout', code: 'wrong-type' }),
    ]);
  });

  test('with days, which Go does not know', () => {
    expect(processing('batch', { timeout: '1d' })).toEqual([
      expect.objectContaining({ what: '1d', code: 'wrong-type' }),
    ]);
  });

  test('without what has no default', () => {
    expect(exporting('otlp_grpc/tempo', {})).toEqual([
      expect.objectContaining({ where: 'exporters.otlp_grpc/tempo.endpoint', code: 'missing-field' }),
    ]);
  });

  test('with a login in its address, which is not shown', () => {
    const faults = exporting('otlp_grpc/tempo', { endpoint: 'shop:hunter2@tempo:4317' });
    expect([faults, JSON.stringify(faults)]).toEqual([
      [expect.objectContaining({ code: 'login-in-address' })],
      expect.not.stringContaining('hunter2'),
    ]);
  });

  test('that samples by a policy that nobody knows', () => {
    const policies = [{ name: 'errors', type: 'statuscode', status_code: { status_codes: ['ERROR'] } }];
    expect(processing('tail_sampling', { policies })).toEqual([
      expect.objectContaining({ code: 'no-such-word', cure: 'write status_code' }),
    ]);
  });

  test('that samples by a status that no span has', () => {
    const policies = [{ name: 'errors', type: 'status_code', status_code: { status_codes: ['FAILED'] } }];
    expect(processing('tail_sampling', { policies })).toEqual([
      expect.objectContaining({ what: 'FAILED', code: 'no-such-word' }),
    ]);
  });
});

describe('limits are refused', () => {
  test('of which the lower is not below the other', () => {
    expect(
      processing('memory_limiter', { check_interval: '1s', limit_mib: 100, spike_limit_mib: 100 }),
    ).toEqual([
      expect.objectContaining({
        where: 'processors.memory_limiter.spike_limit_mib',
        code: 'request-over-limit',
      }),
    ]);
  });

  test('that are none', () => {
    expect(processing('memory_limiter', { check_interval: '1s' })).toEqual([
      expect.objectContaining({ where: 'processors.memory_limiter', code: 'missing-field' }),
    ]);
  });

  test('of a batch that is larger than the largest', () => {
    expect(processing('batch', { send_batch_size: 600, send_batch_max_size: 512 })).toEqual([
      expect.objectContaining({ where: 'processors.batch.send_batch_size', code: 'request-over-limit' }),
    ]);
  });
});
