import { describe, expect, test } from '@jest/globals';
import { toldByPacks } from '#incoming/packs/told.js';
import { parted } from '#incoming/alert/condition.js';
import { shapeOf, toldBy } from '#incoming/packs/shape.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';
import { themes } from '#reference/packs/packs.js';

const told = themes.flatMap(({ packs }) =>
  Object.entries(packs).flatMap(([pack, alerts]) =>
    Object.values(alerts).map(({ name, condition, counted }) => {
      const { signal, operator, limit } = counted ?? condition;
      return [toldBy(signal, operator, limit.value), `${name} of ${pack}`] as const;
    }),
  ),
);
/** Those of metrics that are the same in every estate. */
const ofAll = told.filter(([shape]) => !/shop|photos|vector|absent|dead|logql|\bup\b/.test(shape));

test('what packs tell is known to an import', () => {
  // A ruler counts rules that fail as Prometheus does, of which there are more.
  const ofPrometheus = ofAll.filter(([, alert]) => alert !== 'ThanosRulesFailing of thanosAlerts');
  expect(toldByPacks).toEqual(Object.fromEntries(ofPrometheus));
});

const shape = (text: string): string => {
  const { signal, compared } = parted(parse(text, bareMetric));
  return compared === undefined ? shapeOf(signal) : toldBy(signal, compared.operator, compared.limit);
};

describe('an alert tells what one of a pack does', () => {
  test.each([
    ['whatever its labels', 'redis_up{job="redis"} == 0', 'RedisDown of redisDown'],
    [
      'whatever its windows and groups',
      'max by (instance) (max_over_time(pg_up[5m])) < 1',
      'DatabaseDown of databaseDown',
    ],
    [
      'as a percentage',
      '100 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) * 100 > 80',
      'HostMemoryHigh of hostMemoryHigh',
    ],
    [
      'as what is left',
      'node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.1',
      'HostMemoryHigh of hostMemoryHigh',
    ],
  ])('%s', (_, text, alert) => {
    expect(toldByPacks[shape(text)]).toBe(alert);
  });
});

test.each(['redis_up == 1', 'redis_up{db="1"} == 0', 'rate(redis_up[5m]) < 1'])(
  '%s tells something else',
  (text) => {
    expect(toldByPacks[shape(text)]).toBeUndefined();
  },
);
