import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { alert } from '#alerts/rule/alert.js';
import { grows } from '#alerts/scenario/behaviour.js';
import { type Condition, above } from '#alerts/rule/condition.js';
import type { Proof } from '#alerts/scenario/proof.js';
import { record } from '#alerts/rule/recording.js';
import { inputSeries } from '#proof/input-series.js';
import { timeline } from '#proof/timeline.js';
import { labelsOf } from '#promql/expr/labels.js';
import { lookBack } from '#promql/expr/look-back.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { counter } from '#promql/metric/declare.js';
import { count, percent, ratio } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { increase, rate } from '#promql/vector/select.js';
import { sumOverSubquery } from '#promql/vector/subquery.js';
import { availability, requests } from './table.js';

const { burn1h, burn3d } = availability.alerts;
const hour = 3_600;

describe('through what is recorded', () => {
  test('an alert reads what is scraped', () => {
    const names = scrapedSelectors(burn3d.expr).map(({ metric }) => metric.name);
    expect([...new Set(names)]).toEqual(['shop_http_requests_total']);
  });

  test('it looks back through every window', () => {
    expect(lookBack(burn3d.expr)).toBe(72 * hour + 300);
  });

  test('series carry the labels that are recorded', () => {
    expect([...labelsOf(burn1h.condition.signal)]).toEqual([]);
  });

  test('bounds are those of what is recorded', () => {
    const share = sum(rate(requests.where({ status: '500' }), '5m'));
    const { value } = record('job:errors:ratio', divide(share, sum(rate(requests, '5m'))));
    expect(boundsOf(value.expr)).toEqual([0, 1]);
  });
});

describe('an alert on what is recorded is refused', () => {
  const failing = requests.where({ status: '500' });
  const recorded = record(
    'job:errors:ratio',
    divide(sum(rate(failing, '5m')), positive(sum(rate(requests, '5m')))),
  );
  const said = { summary: 'Burning.', description: 'Burning.', ...inLanguage(burn1h.runbook, 'en') };
  const written = {
    fires: [{ when: 'all fail', series: [grows(requests, { status: '500' }, 1)], labels: {}, value: '1' }],
    quiet: [{ when: 'nothing is exported', series: [] }],
  } as const;
  const on =
    <U extends Unit>(name: string, when: Condition<never, U>, proof: Proof<never> = written) =>
    () =>
      alert(name, {
        limit: when.limit,
        when: () => when,
        for: '5m',
        severity: 'warning',
        says: { ko: () => said, en: () => said },
        proof: () => proof,
      }).scenarios();

  test('whose limit that cannot reach', () => {
    expect(on('Unreachable', above(recorded.value, percent(120)))).toThrow(
      'it can never fire: the signal lies between 0% and 100%, so it is never > 120%',
    );
  });

  test('whose division may be by 0', () => {
    const other = counter('shop_batches_total', { help: 'Batches' }).where({ namespace: 'shop' });
    const quotient = record('job:errors:per_batch', divide(sum(rate(failing, '5m')), sum(rate(other, '5m'))));
    expect(on('Infinite', above(quotient.value, ratio(1)))).toThrow(
      'a division by 0 makes +Inf, which fires',
    );
  });

  test('that mixes environments', () => {
    const mixed = record(
      'job:errors:mixed',
      divide(sum(rate(failing, '5m')), positive(sum(rate(requests.where({ namespace: 'staging' }), '5m')))),
    );
    expect(on('Mixed', above(mixed.value, ratio(2)))).toThrow(
      'it mixes environments: namespace="shop", namespace="staging"',
    );
  });

  test('with windows that only dashboards have', () => {
    const drawn = record('job:errors:drawn', sum(increase(failing, '$__rate_interval')));
    expect(on('Drawn', above(drawn.value, count(2)))).toThrow(
      '[$__rate_interval] is a window that only dashboards have',
    );
  });

  test('whose proof has series that it does not read', () => {
    const other = counter('shop_batches_total', { help: 'Batches' });
    const unread = {
      ...written,
      quiet: [{ when: 'batches are run', series: [grows(other, {}, 1)] }],
    } as const;
    expect(on('Unread', above(recorded.value, percent(5)), unread)).toThrow(
      "its proof 'batches are run' has a series of shop_batches_total, which the expression does not read",
    );
  });
});

test('a sum over a subquery whose window is no multiple of its step is refused', () => {
  expect(() => sumOverSubquery(record('a:b:c', sum(rate(requests, '5m'))).value, '1h', '7m')).toThrow(
    '[1h:7m]: the window is no multiple of the step',
  );
});

test('a series of a proof may be a third thing after the fault', () => {
  const time = { interval: 60, step: 60, begins: 120, ends: 240, settled: 300 };
  const series = grows(requests, {}, { was: 'missing', becomes: 1, then: 10 });
  expect(inputSeries(series, time).values).toBe('_x2 0+60x1 120+600x2');
});

describe('a scenario', () => {
  const scenario = { when: 'anything', series: [] };

  test('says how long all is well before it', () => {
    expect(timeline(burn3d, { ...scenario, after: '5m' }, 60).begins).toBe(300);
  });

  test('says how soon after it the alert must be quiet', () => {
    const { ends, settled } = timeline(burn3d, { ...scenario, settles: '6h' }, 60);
    expect(settled - ends).toBe(6 * hour + 120);
  });

  test('comes after as long as a recorded alert looks back, unless it says otherwise', () => {
    expect(timeline(burn3d, scenario, 60).begins).toBe(72 * hour + 900);
  });
});
