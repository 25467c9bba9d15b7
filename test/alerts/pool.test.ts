import { describe, expect, test } from '@jest/globals';
import { dockerCompose } from '#alerts/place/compose.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { group } from '#alerts/rule/group.js';
import { override } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { gauge } from '#promql/metric/declare.js';
import { count, percent } from '#promql/unit/limit.js';
import { provesEveryAlert } from '../proof/proven.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const ofShop = packs.pool.databasePoolExhausted;

test('the worker with most connections is held against the size of the pool', () => {
  expect(oneLine(ofShop)).toMatchInlineSnapshot(
    `"max by (instance) (last_over_time(shop_db_connections{namespace="shop-prod"}[2m])) / 30 > 0.9"`,
  );
});

test('the proof is made of whole connections at the limit', () => {
  const { fires, quiet } = ofShop.scenarios();
  expect([fires[0], quiet[0]].map((scenario) => scenario?.series.map(({ course }) => course))).toEqual([
    [{ type: 'gauge', value: { was: 0, becomes: 28 } }],
    [{ type: 'gauge', value: { was: 0, becomes: 27 } }],
  ]);
});

const inUse = gauge('club_connections', { help: 'Connections checked out' });

describe('refused is', () => {
  test.each([
    [
      'a share that no pool exceeds',
      30,
      100,
      'never more than 100% of a pool is in use, so never more than 100%; give less than 100%',
    ],
    ['a share that every pool exceeds', 30, -1, 'always more than -1% of a pool is in use; give at least 0%'],
    ['a pool of none', 0, 90, 'a pool of 0 connections is none; give a whole number over 0'],
    ['half a connection', 2.5, 90, 'a pool of 2.5 connections is none; give a whole number over 0'],
  ])('%s', (_, size, used, why) => {
    expect(() =>
      databasePoolExhausted(called('Club'), { inUse }, { size: count(size), used: percent(used) }),
    ).toThrow(`databasePoolExhausted: ${why}`);
  });

  test('each fault at once', () => {
    expect(() =>
      databasePoolExhausted(called('Club'), { inUse }, { size: count(0), used: percent(100) }),
    ).toThrow(/none; .*\n.*never more/);
  });
});

test('refused is an override by a share that no pool exceeds', () => {
  expect(() => override(ofShop, { limit: percent(100) })).toThrow('never more than 100% of a pool is in use');
});

describe('in Docker Compose', () => {
  const subject = called('Club', dockerCompose('club'));
  // Shares that a computer cannot write down, or that lie between two connections.
  const pools = { a: [100, 29], b: [7, 50], c: [3, 66.7], d: [1, 0], e: [20, 99] } as const;
  const packs = Object.entries(pools).map(([name, [size, used]]) => {
    const alert = databasePoolExhausted(subject, { inUse }, { size: count(size), used: percent(used) });
    return { databasePoolExhausted: override(alert, { name: `Pool${name}` }) };
  });

  provesEveryAlert([group('club', { interval: '1m', packs })], { application: 'club', language: 'ko' });
});
