import { describe, expect, test } from '@jest/globals';
import { available, deployments, fires, here, pgUp, redisUp } from './ecoeco-incident.js';
import { named } from '../incidents/of-targets.js';

test('where all is well nothing fires', async () => {
  expect(await fires({}, '20m', '70m')).toEqual([[], []]);
});

describe('kube-state-metrics is gone (mistake 40)', () => {
  const gone = (values: string) => Object.fromEntries(deployments.map((each) => [available(each), values]));

  test('for two minutes: nobody is told', async () => {
    const moments = ['10m30s', '11m30s', '12m', '12m30s', '13m', '14m', '17m'];
    expect(await fires(gone('2x19 stale _x3 2x120'), ...moments)).toEqual(moments.map(() => []));
  });

  test('for an hour: one alert says that it is, and none that a Deployment is down', async () => {
    const moments = ['20m', '40m', '70m'];
    expect(await fires(gone('2x19 stale'), ...moments)).toEqual(
      moments.map(() => ['warning PlatformMetricsMissing']),
    );
  });

  test('only what it tells of one Deployment, which was deleted: that is told', async () => {
    expect(await fires({ [available('auth-api')]: '2x19 stale' }, '10m', '14m')).toEqual([
      [],
      ['critical APIPodDown'],
    ]);
  });
});

describe('an exporter is gone (mistake 40)', () => {
  /** The scrape of its target, and of the one that follows. */
  const up = (by: string, first: string, next: string) => {
    const port = { ...here, service: by, job: by, endpoint: 'metrics' };
    return {
      [named('up', { ...port, instance: 'a' })]: first,
      [named('up', { ...port, instance: 'b' })]: next,
    };
  };
  const [ends, begins] = ['1x19 stale', '_x28 1x120'];

  test('for four minutes, since it moves to another node: nobody is told', async () => {
    const moved = {
      ...up('ecoeco-postgres-exporter', ends, begins),
      ...up('ecoeco-redis-exporter', ends, begins),
      [pgUp()]: ends,
      [pgUp('b')]: begins,
      [redisUp()]: ends,
      [redisUp('b')]: begins,
    };
    const moments = ['11m', '12m', '13m', '13m30s', '14m', '16m', '18m', '25m'];
    expect(await fires(moved, ...moments)).toEqual(moments.map(() => []));
  });

  test('for good: that is told, and nothing of its database', async () => {
    const gone = { ...up('ecoeco-postgres-exporter', ends, '_'), [pgUp()]: ends };
    expect(await fires(gone, '25m', '70m')).toEqual([['warning TargetDown'], ['warning TargetDown']]);
  });

  test('only its database does not answer: that is told as before', async () => {
    expect(await fires({ [pgUp()]: '1x19 0x120' }, '9m', '12m')).toEqual([[], ['critical PostgreSQLDown']]);
  });
});
