import { describe, expect, test } from '@jest/globals';
import { now } from '#preview/data/clock.js';
import { planned } from '#preview/data/incident.js';
import { together } from '#preview/data/made.js';
import { placedOf } from '#preview/data/place.js';
import { type Drawn, drawn } from '#preview/data/series.js';
import { type Track, levelAt } from '#preview/data/track.js';
import main from '../../../main.js';

const found = (application: string): Drawn => {
  const placed = placedOf(main).find((each) => each.application.name === application);
  if (!placed) throw new Error(`there is no application ${application}`);
  return drawn(placed);
};
const ojeomneo = found('ojeomneo');
const named = (tracks: readonly Track[], name: string): readonly Track[] =>
  tracks.filter((each) => each.name === name);
const add = (tracks: readonly Track[], at: number): number =>
  tracks.reduce((sum, each) => sum + levelAt(each, at), 0);

describe('The place of an application', () => {
  test('each application is taken once', () => {
    const names = placedOf(main).map(({ application }) => application.name);
    expect(names.toSorted()).toEqual(['ecoeco', 'maintenance', 'observer', 'ojeomneo', 'sogangcomputerclub']);
  });

  test('one that runs on a host is taken there', () => {
    expect(placedOf(main).find(({ application }) => application.name === 'maintenance')?.of).toBe('host');
  });

  test('unless another place is asked for', () => {
    const placed = placedOf(main, 'standby');
    expect(placed.find(({ application }) => application.name === 'maintenance')?.of).toBe('cluster');
  });
});

describe('The series of an application while all is well', () => {
  const requests = named(ojeomneo.tracks, 'ojeomneo_http_requests_total');

  test('workers have taken some of what is in a queue, and more is in it than waits', () => {
    const { tracks } = found('ecoeco');
    const all = together([found('ecoeco')], []);
    const inQueue = named(all, 'rabbitmq_queue_messages').filter(
      ({ labels }) => labels['queue'] === 'q.fast',
    );
    const waiting = named(tracks, 'rabbitmq_queue_messages_ready').filter(
      ({ labels }) => labels['queue'] === 'q.fast',
    );
    expect(add(inQueue, now)).toBeGreaterThan(add(waiting, now));
  });

  test('a pool has no more connections at work and idle than it may open', () => {
    const [size = 0, ...parts] = ['size', 'in_use', 'idle'].map((each) =>
      add(named(ojeomneo.tracks, `ojeomneo_db_connection_pool_${each}`), now),
    );
    const open = parts.reduce((sum, each) => sum + each, 0);
    expect([open > 0, open <= size]).toEqual([true, true]);
  });

  test('routes differ', () => {
    const rates = requests.filter(({ labels }) => labels['status'] === '200').map(({ base }) => base);
    expect(new Set(rates).size).toBeGreaterThan(3);
  });

  test('hardly any request fails', () => {
    const failed = requests.filter(({ labels }) => labels['status']?.startsWith('5'));
    expect(add(failed, now) / add(requests, now)).toBeLessThan(0.001);
  });

  test('no label holds a placeholder of a proof', () => {
    const values = ojeomneo.tracks.flatMap(({ labels }) => Object.values(labels));
    expect(values.filter((each) => /^(this|other)-/.test(each))).toEqual([]);
  });

  test('the buckets of a histogram grow with their edges', () => {
    const buckets = named(ojeomneo.tracks, 'ojeomneo_http_request_duration_seconds_bucket');
    const [first] = buckets;
    const alike = buckets.filter(({ seed }) => seed === first?.seed).map((each) => levelAt(each, now));
    expect([alike.length > 10, alike]).toEqual([true, alike.toSorted((a, b) => a - b)]);
  });

  test('all buckets together are as many as there are observations', () => {
    const all = named(ojeomneo.tracks, 'ojeomneo_http_request_duration_seconds_bucket').filter(
      ({ labels }) => labels['le'] === '+Inf',
    );
    const count = named(ojeomneo.tracks, 'ojeomneo_http_request_duration_seconds_count');
    expect(add(all, now)).toBeCloseTo(add(count, now), 6);
  });
});

describe('An incident', () => {
  const all = [{ placed: ojeomneo.placed, proofs: ojeomneo.world.proofs }];
  const plans = planned(all, ['HighErrorRate']);
  const [plan] = plans;
  const requests = named(together([ojeomneo], plans), 'ojeomneo_http_requests_total');
  const share = (at: number): number =>
    add(
      requests.filter(({ labels }) => labels['status']?.startsWith('5')),
      at,
    ) / add(requests, at);

  test('is that of the alert that was chosen', () => {
    expect(plans.map(({ proven }) => proven.rule.name)).toEqual(['HighErrorRate']);
  });

  test('is over the limit while it lasts', () => {
    expect(share((plan?.from ?? 0) + 600)).toBeGreaterThan(0.05);
  });

  test('is over when it ends', () => {
    expect(share(plan?.to ?? 0)).toBeLessThan(0.001);
  });

  test('unless chosen each application has a critical one and a warning', () => {
    const severities = planned(all).map(({ proven }) => proven.rule.severity);
    expect(severities).toEqual(['critical', 'warning', 'warning']);
  });

  test('one of them goes on', () => {
    expect(planned(all).filter(({ to }) => to > now)).toHaveLength(1);
  });
});
