import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { sloGroup, sloGroups } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { selectors } from '#promql/expr/ast.js';
import { percent } from '#promql/unit/limit.js';
import { oneLine } from '../one-line.js';
import { apiAvailability, availability, errorRatio, p50, p95, p99, table } from './table.js';

/** How many times rules ask for scraped series. */
const raw = (groups: readonly RuleGroup[]): number =>
  groups
    .flatMap(({ records }) => records)
    .flatMap(({ expr }) => selectors(expr))
    .filter(({ metric }) => !metric.name.startsWith('slo:')).length;

const recorded = (groups: readonly RuleGroup[], name: string): string =>
  groups.flatMap(({ records }) => records.filter(({ record }) => record === name).map(oneLine)).join();

describe('the six objectives of a web shop', () => {
  const groups = sloGroups(table);

  test('ask for scraped series 15 times', () => {
    expect(raw(groups)).toBe(15);
  });

  test('ask 22 times where each has a group of its own', () => {
    expect(raw(table.map((each) => sloGroup(each)))).toBe(22);
  });

  test('would ask 35 times if none read what another records', () => {
    const asked = table.flatMap(({ sli, burnRates }) => {
      const windows = burnRates.some(({ long }) => long === '1h')
        ? (['5m', '1h'] as const)
        : (['5m'] as const);
      return windows.flatMap((window) => [sli.eventsIn(window), sli.badIn(window)]);
    });
    expect(asked.flatMap(({ expr }) => selectors(expr))).toHaveLength(35);
  });

  test('share a group where they are of the same events', () => {
    expect(groups.map(({ name, objectives = [] }) => [name, objectives.map((each) => each.name)])).toEqual([
      ['slo-availability', ['Availability', 'ErrorRatio']],
      ['slo-api-availability', ['ApiAvailability']],
      ['slo-latency-p50', ['LatencyP50', 'LatencyP95', 'LatencyP99']],
    ]);
  });

  test('record under the same names as alone', () => {
    const names = (of: readonly RuleGroup[]) =>
      of.flatMap(({ records }) => records.map(({ record }) => record)).sort();
    expect(names(groups)).toEqual(names(table.map((each) => sloGroup(each))));
  });

  test('have the same alerts as alone', () => {
    const alerts = (of: readonly RuleGroup[]) => of.flatMap((each) => each.alerts.map(oneLine)).sort();
    expect(alerts(groups)).toEqual(alerts(table.map((each) => sloGroup(each))));
  });

  test('tell of each what its budget is reckoned from', () => {
    const ratios = groups.flatMap(({ objectives = [] }) => objectives.map(({ ratio }) => ratio));
    const names = groups.flatMap(({ records }) => records.map(({ record }) => record));
    expect(ratios.filter((ratio) => !names.includes(ratio))).toEqual([]);
  });
});

describe('of two objectives in one group', () => {
  const latencies = sloGroups([p95, p99]);
  const same = sloGroups([availability, errorRatio]);

  test('the later one copies how many events there were', () => {
    expect(recorded(latencies, 'slo:shop_latency_p99_events:increase5m')).toBe(
      'slo:shop_latency_p95_events:increase5m',
    );
  });

  test('the later one copies what is made of copies, over windows of days too', () => {
    expect(recorded(latencies, 'slo:shop_latency_p99_events:increase3d')).toBe(
      'slo:shop_latency_p95_events:increase3d',
    );
  });

  test('the later one asks for its own bucket alone', () => {
    expect(recorded(latencies, 'slo:shop_latency_p99_bad_events:increase5m')).toMatchInlineSnapshot(
      `"slo:shop_latency_p99_events:increase5m - sum(increase(shop_http_request_duration_seconds_bucket{le="2.5", namespace="shop", path!~"/live|/ready"}[5m]))"`,
    );
  });

  test('the later one copies shares too, where the bad events are the same', () => {
    expect(recorded(same, 'slo:shop_error_ratio:error_ratio_rate1h')).toBe(
      'slo:shop_availability:error_ratio_rate1h',
    );
  });

  test('what is copied stands before its copies', () => {
    const names = same.flatMap(({ records }) => records.map(({ record }) => record));
    const early = same.flatMap(({ records }) =>
      records.flatMap(({ expr, record }) =>
        selectors(expr).filter(
          ({ metric: { name } }) => name.startsWith('slo:') && names.indexOf(name) >= names.indexOf(record),
        ),
      ),
    );
    expect(early).toEqual([]);
  });
});

describe('objectives do not share a group', () => {
  test('that are evaluated at other intervals', () => {
    const seldom = slo('Seldom', {
      application: 'shop',
      subject: called('Shop'),
      title: { en: 'Seldom' },
      sli: availability.sli,
      objective: percent(99),
      interval: '2m',
    });
    expect(sloGroups([availability, seldom])).toHaveLength(2);
  });

  test('that leave out other events', () => {
    expect(sloGroups([availability, apiAvailability])).toHaveLength(2);
  });
});

test('one objective has the same group by either function', () => {
  expect(sloGroups([p50])).toEqual([sloGroup(p50)]);
});

test('alerts that an application changed are those of the group', () => {
  const alerts = override(errorRatio.alerts, { burn6h: { severity: 'warning' } });
  const [group] = sloGroups([availability, { ...errorRatio, alerts }]);
  expect(group?.alerts.map(({ severity }) => severity)).toEqual([
    ...['critical', 'critical', 'warning', 'warning'],
    ...['critical', 'warning', 'warning', 'warning'],
  ]);
});

test('over all clusters the group of several is evaluated there', () => {
  expect(sloGroups([p95, p99], { on: 'clusters' }).map(({ on }) => on)).toEqual(['clusters']);
});
