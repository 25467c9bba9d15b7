import { describe, expect, test } from '@jest/globals';
import type { Duration } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { noAlertIsDoubtful } from '#laws/doubtful.js';
import { asWritten, group, imported, present, unproven } from 'cheomseong';
import { narrowed } from '#promql/metric/catalog.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { changes, delta } from '#promql/vector/over-time.js';
import { increase, resets } from '#promql/vector/select.js';
import type { Vector } from '#promql/vector/vector.js';
import { alerting, shop, shopMetrics, tooMany, unwatched } from '../synth/estate/shop.js';

const { requests, baskets } = narrowed(shopMetrics, { namespace: 'shop-prod' });

const hints = <U extends Unit>(signal: Vector<never, U>, pending: Duration): readonly Fault[] => {
  const groups = alerting(tooMany('TooMany', signal, { for: pending }));
  return noAlertIsDoubtful({ applications: [unwatched(shop({ groups }))], objects: [] });
};

describe('an event that is forgotten before its alert fires (mistake 7)', () => {
  test('is told of, and not refused', () => {
    expect(hints(sum(increase(requests, '5m')), '5m')).toEqual([
      {
        where: 'shop/rules/TooMany.for',
        what: expect.stringContaining('increase(shop_requests_total'),
        code: 'increase-forgotten',
        why: "a single increase leaves the window [5m] before 'for: 5m' is over, so only events that keep coming are told",
        cure: 'make the window longer than for, unless a single event is nothing to tell',
        isHint: true,
      },
    ]);
  });
  test.each([
    ['a change', sum(changes(baskets, '5m'))],
    ['a difference', sum(delta(baskets, '5m'))],
    ['a restart', sum(resets(requests, '5m'))],
  ])('is told of where it is %s', (_, signal) => {
    expect(hints(signal, '10m')).toHaveLength(1);
  });
});

test('what is told of an alert that was written elsewhere says of which', () => {
  const when = present(asWritten('shop_requests_total', { metrics: [shopMetrics] }));
  const odd = imported('Odd', { when, proof: unproven('it is only of a test') });
  const applications = [unwatched(shop({ groups: [group('odd', { interval: '30s', packs: [{ odd }] })] }))];
  const told = noAlertIsDoubtful({ applications, objects: [] });
  expect([...new Set(told.map((hint) => hint.imported))]).toEqual(['Odd']);
});

describe('nothing is said', () => {
  test('of a window that outlasts its for', () => {
    expect(hints(sum(increase(requests, '10m')), '5m')).toEqual([]);
  });
  test('of a share of increases, which stays while both go on', () => {
    const share = divide(sum(increase(requests, '10m')), positive(sum(increase(requests, '5m'))));
    expect(hints(share, '15m')).toEqual([]);
  });
});
