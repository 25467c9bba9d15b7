import { describe, expect, test } from '@jest/globals';
import { replicaSetOf, revisionBefore } from '#preview/data/around.js';
import { now } from '#preview/data/clock.js';
import { planned } from '#preview/data/incident.js';
import { together } from '#preview/data/made.js';
import { placedOf } from '#preview/data/place.js';
import { timesOf } from '#preview/data/sampled.js';
import { drawn } from '#preview/data/series.js';
import { type Track, levelAt } from '#preview/data/track.js';
import main from '../../../main.js';

const placed = placedOf(main).filter(({ application }) => application.name === 'ojeomneo');
const all = placed.map(drawn);
const plans = planned(all.map((each) => ({ placed: each.placed, proofs: each.world.proofs })));
const critical = plans.find(({ proven }) => proven.rule.severity === 'critical');
const from = critical?.from ?? 0;
const tracks = together(all, plans);
const found = (name: string, labels: Readonly<Record<string, string>>): Track => {
  const track = tracks.find(
    (each) =>
      each.name === name && Object.entries(labels).every(([label, value]) => each.labels[label] === value),
  );
  if (!track) throw new Error(`there is no ${name}`);
  return track;
};
const pod = found('up', { service: 'ojeomneo-server' }).labels['pod'] ?? '';
const replicaSet = replicaSetOf(pod) ?? '';

describe('Before what is critical', () => {
  const revision = (replicaset: string): Track => found('kube_replicaset_spec_replicas', { replicaset });
  const minutes = (before: number) => from - before * 60;

  test('a Deployment is changed: its ReplicaSet was not there', () => {
    const levels = [minutes(6), minutes(2), now].map((at) => levelAt(revision(replicaSet), at));
    expect(levels).toEqual([NaN, 2, 2]);
  });

  test('and the one before had its pods', () => {
    const levels = [minutes(6), minutes(2), now].map((at) =>
      levelAt(revision(revisionBefore(replicaSet)), at),
    );
    expect(levels).toEqual([2, 0, 0]);
  });
});

describe('While it lasts', () => {
  test('a container restarts once', () => {
    const counted = found('kube_pod_container_status_restarts_total', { pod });
    const times = timesOf({ every: counted.every }, { shown: 6 * 3600, recorded: 0 });
    const gained = times.reduce((sum, at) => sum + levelAt(counted, at) * counted.every, 0);
    expect(Math.round(gained)).toBe(1);
  });

  test('less is ordered', () => {
    const orders = found('ojeomneo_orders_total', { status: 'completed' });
    expect(levelAt(orders, from + 300) / levelAt(orders, from - 300)).toBeLessThan(0.8);
  });
});

test('no day has the traffic of the day before', () => {
  const requests = found('ojeomneo_menu_views_total', {});
  const [today, yesterday] = [now, now - 86_400].map((at) => levelAt({ ...requests, sway: 0 }, at));
  expect(Math.abs((yesterday ?? 0) / (today ?? 1) - 1)).toBeGreaterThan(0.01);
});

test('what a panel holds against yesterday is there a minute apart then', () => {
  const ago = 86_400;
  const times = timesOf(
    { every: 30 },
    { shown: 31 * 3600, recorded: 0, earlier: [{ ago, over: 7 * 3600 }] },
  ).filter((at) => at > now - ago - 6 * 3600 && at < now - ago);
  expect(Math.max(...times.slice(1).map((at, i) => at - (times[i] ?? 0)))).toBeLessThanOrEqual(60);
});
