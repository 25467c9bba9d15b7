import { describe, expect, test } from '@jest/globals';
import { slo } from '#alerts/slo/slo.js';
import { alertsOf, override } from '#alerts/rule/pack.js';
import { dashboard } from '#dashboards/dashboard.js';
import { sloPanels, sloRow } from '#dashboards/slo/panels.js';
import { called } from '#alerts/text/subject.js';
import { percent } from '#promql/unit/limit.js';
import { oneLine } from '../one-line.js';
import { availability, p50, p99, table } from './table.js';

const { budgetLeft, indicator, failures, burnRate } = sloPanels(availability);
const queries = (panel: typeof budgetLeft): readonly string[] => panel.queries.map(oneLine);
const shades = ({ defaults }: typeof budgetLeft) =>
  defaults.thresholds?.steps.map(({ color, value }) => [color, value]);

describe('the error budget', () => {
  test('is what is left of 1', () => {
    expect(queries(budgetLeft)).toEqual(['1 - slo:shop_availability:error_ratio_rate30d / 0.001']);
  });

  test('is yellow under a quarter and red under nothing', () => {
    expect(shades(budgetLeft)).toEqual([
      ['red', null],
      ['yellow', 0],
      ['green', 0.25],
    ]);
  });

  test('says how much traffic each alert needs', () => {
    expect(budgetLeft.description.en).toContain(
      'Alerts on it need as many requests: 278 in 1 hour, 667 in 6 hours, 1334 in 1 day, 4000 in 3 days.',
    );
  });

  test('says so in Korean', () => {
    expect(budgetLeft.description.ko).toContain(
      '알림이 발생하려면 요청 수가 1시간에 278건, 6시간에 667건, 1일에 1334건, 3일에 4000건 이상이어야 합니다.',
    );
  });

  test('says which bucket edge counts', () => {
    expect(sloPanels(p99).budgetLeft.description.ko).toContain('더 느슨한 다음 경계인 2.5s');
  });
});

describe('the indicator', () => {
  test('stands beside the objective', () => {
    expect(queries(indicator)).toEqual(['1 - slo:shop_availability:error_ratio_rate30d', 'vector(0.999)']);
  });

  test('is red under the objective', () => {
    expect(shades(indicator)).toEqual([
      ['red', null],
      ['green', 0.999],
    ]);
  });
});

test('failures stand beside those that are allowed', () => {
  expect(queries(failures)).toEqual([
    'slo:shop_availability:error_ratio_rate30d * slo:shop_availability_events:increase30d',
    'slo:shop_availability_events:increase30d * 0.001',
  ]);
});

describe('the burn rate', () => {
  test('is shown over the window of the objective and of every alert', () => {
    expect(burnRate.queries.map(({ legend }) => legend)).toEqual(['30d', '1h', '6h', '1d', '3d']);
  });

  test('says what each alert means, without a `for` that it does not have', () => {
    expect(burnRate.description.en).toContain('**AvailabilityBudgetBurn1h** (critical): The objective of');
  });

  test('is held against the limits of all alerts', () => {
    expect(burnRate.drawing.lines.map(({ color, limit }) => [color, limit.value])).toEqual([
      ['red', 14.4],
      ['red', 6],
      ['yellow', 3],
      ['yellow', 1],
    ]);
  });

  test('is held against alerts as the application has them', () => {
    const changed = override(availability.alerts, { burn6h: { severity: 'warning' } });
    expect(sloPanels(availability, changed).burnRate.drawing.lines.map(({ color }) => color)).toEqual([
      'red',
      'yellow',
      'yellow',
      'yellow',
    ]);
  });

  test('of an objective without alerts is shown over its window', () => {
    const shown = slo('Shown', {
      application: 'shop',
      subject: called('Shop'),
      title: { ko: '보기', en: 'Shown' },
      sli: p50.sli,
      objective: percent(50),
      alerts: [],
    });
    expect(sloPanels(shown).burnRate.queries.map(({ legend }) => legend)).toEqual(['30d']);
  });
});

test('all objectives of an application stand on one dashboard', () => {
  const { panels } = dashboard('SLOs', {
    application: 'shop',
    description: 'Whether the objectives are kept',
    panels: table.map((each) => sloRow(each)),
    alerts: table.flatMap(({ alerts }) => alertsOf(alerts)),
  });
  expect(panels.map(({ title }) => title)).toEqual(table.map(({ title }) => title.en));
});
