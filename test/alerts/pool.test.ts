import { describe, expect, test } from '@jest/globals';
import { dockerCompose } from '../../alerts/place/compose.js';
import { poolAlerts } from '../../alerts/pool.js';
import { group } from '../../alerts/rule/group.js';
import { override } from '../../alerts/rule/pack.js';
import { called } from '../../alerts/text/subject.js';
import { gauge } from '../../promql/metric/declare.js';
import { count, percent } from '../../promql/unit/limit.js';
import { instead, without } from '../proof/changed.js';
import { provesEveryAlert } from '../proof/proven.js';
import { provesRefusals } from '../proof/refusals.js';
import { oneLine } from './one-line.js';
import { packs, shopGroup } from './packs.js';

const { databasePoolExhausted } = packs.pool;

test('the worker with most connections is held against the size of the pool', () => {
  expect(oneLine(databasePoolExhausted)).toMatchInlineSnapshot(
    `"max by (instance) (shop_db_connections{namespace="shop-prod"}) / 30 > 0.9"`,
  );
});

test('the proof is made of whole connections at the limit', () => {
  const { fires, quiet } = databasePoolExhausted;
  expect([fires[0]?.when, quiet[0]?.when]).toEqual([
    '28 of 30 connections are in use',
    '27 of 30 connections are in use',
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
    expect(() => poolAlerts(called('Club'), { inUse }, { size: count(size), used: percent(used) })).toThrow(
      `poolAlerts: ${why}`,
    );
  });

  test('each fault at once', () => {
    expect(() => poolAlerts(called('Club'), { inUse }, { size: count(0), used: percent(100) })).toThrow(
      /none; .*never more/,
    );
  });
});

provesRefusals(shopGroup, {
  'workers added up': [databasePoolExhausted, 'two workers', instead('max by', 'sum by')],
  'the worker with least': [databasePoolExhausted, 'one worker of two', instead('max by', 'min by')],
  'all instances as one': [databasePoolExhausted, 'of another instance', instead('max by (instance)', 'max')],
  'one connection more': [databasePoolExhausted, '28 of 30 connections', instead('> 0.9', '> 0.94')],
  'one connection less': [databasePoolExhausted, '27 of 30 connections', instead('> 0.9', '>= 0.9')],
  "somebody else's pool": [databasePoolExhausted, 'somebody else', without('{namespace="shop-prod"}')],
});

describe('in Docker Compose', () => {
  const subject = called('Club', dockerCompose('club'));
  // Shares that a computer cannot write down, or that lie between two connections.
  const pools = { a: [100, 29], b: [7, 50], c: [3, 66.7], d: [1, 0], e: [20, 99] } as const;
  const packs = Object.entries(pools).map(([name, [size, used]]) =>
    override(poolAlerts(subject, { inUse }, { size: count(size), used: percent(used) }), {
      databasePoolExhausted: { name: `Pool${name}` },
    }),
  );

  provesEveryAlert([group('club', { interval: '1m', packs })], { application: 'club', language: 'ko' });
});
