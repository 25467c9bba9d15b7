import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { declaredBy } from '#catalog/weaver/read.js';
import { registryOf } from '#catalog/weaver/registry.js';
import { declaredOf, registryText } from '#catalog/weaver/written.js';
import { Metric } from '#promql/metric/metric.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, summary, unconventional } from '#promql/metric/declare.js';
import * as published from '#public/metrics.js';
import { registrySchema } from './schema.js';

const unusual = catalog({
  speed: gauge('fan_speed', { help: 'Speed', labels: ['room'], values: { room: ['1st', 'no'] } }),
  share: gauge('fan_speed_ratio', { help: 'of the greatest', labels: ['room'], range: [0, 1] }),
  waits: summary('queue_wait_seconds', { help: 'Waits: 99%', labels: ['state'], values: { state: ['on'] } }),
  dotted: counter('queue.cpu.time', { help: '', unit: 'coreSeconds', labels: ['queue.name'] }),
  sparse: histogram('queue_size_bytes', { help: 'Size', stored: 'native' }),
  custom: histogram('queue_length', { help: '#', stored: 'native with custom buckets', buckets: [0.5, 1e6] }),
  other: unconventional.counter('queue-jobs', { help: 'Jobs', why: 'it is so', labels: ['state'] }),
  paid: counter('paid_total', { help: 'Paid', unit: 'won' }),
});
const catalogs = [...Object.entries(published), ['unusual', unusual] as const].flatMap(([name, value]) => {
  const metrics = Object.values(value).filter((each) => each instanceof Metric);
  // Some are declared twice, once for each unit of their series.
  const once = new Map(metrics.toReversed().map((each) => [each.info.name, declaredOf(each)]));
  return metrics.length > 0
    ? [[name, [...once.values()].toReversed(), metrics.map(declaredOf)] as const]
    : [];
});

test.each(catalogs)('%s is the same after it was written and read', (name, metrics, all) => {
  const read = registryOf([parse(registryText(name, all))]);
  expect(declaredBy(read, 'UnderscoreEscapingWithSuffixes')).toEqual(
    metrics.map((each) => ({ ...each, help: each.help === '' ? each.name : each.help })),
  );
});

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(registrySchema);

test.each(catalogs)('%s is a registry as Weaver has it', (name, _, all) => {
  validate(parse(registryText(name, all)));
  expect(validate.errors).toBeNull();
});

test.each(catalogs)('%s names each group and each metric once', (name, _, all) => {
  const { groups } = parse(registryText(name, all));
  const ids = groups.map(({ id }: { readonly id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
