import { describe, expect, test } from '@jest/globals';
import { slo } from '#alerts/slo/slo.js';
import { alertsOf, override } from '#alerts/rule/pack.js';
import { dashboard } from '#dashboards/dashboard.js';
import { timeSeriesChart } from '#dashboards/perses/time-series-chart.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { sloTable } from '#dashboards/slo/objectives.js';
import { sloPanels, sloRow } from '#dashboards/slo/panels.js';
import { panelV2 } from '#dashboards/v2/panel.js';
import { objectAt } from '#ground/json.js';
import { called } from '#alerts/text/subject.js';
import { percent } from '#promql/unit/limit.js';
import { oneLine } from '../one-line.js';
import { apiAvailability, availability, p50, p99, table } from './table.js';

const { budgetOverTime, budgetLeft, indicator, failures, burnRate } = sloPanels(availability);
const queries = (panel: typeof budgetLeft): readonly string[] => panel.queries.map(oneLine);
const shades = ({ defaults }: typeof budgetLeft) =>
  defaults.thresholds?.steps.map(({ color, value }) => [color, value]);

describe('the error budget', () => {
  test('is what is left of 1', () => {
    expect(queries(budgetLeft)).toEqual(['1 - slo:shop_availability:error_ratio_rate30d / 0.001']);
  });

  test('is red under nothing, and nowhere else', () => {
    expect(shades(budgetLeft)).toEqual([
      ['red', null],
      ['green', 0],
    ]);
  });

  test('is shown over time too, before all else', () => {
    expect(Object.keys(sloPanels(availability))[0]).toBe('budgetOverTime');
  });

  test('is the same over time', () => {
    expect(queries(budgetOverTime)).toEqual(queries(budgetLeft));
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

  test.each([
    ['99.9%', availability, 3],
    ['99.5%', apiAvailability, 3],
    ['50%', p50, 2],
  ])(
    'has two digits more than an objective of %s, which a breach would hide behind else',
    (_, of, digits) => {
      expect(sloPanels(of).indicator.defaults.decimals).toBe(digits);
    },
  );
});

describe('failures', () => {
  test('are told as a share of those that are allowed', () => {
    expect(queries(failures)).toEqual(['slo:shop_availability:error_ratio_rate30d / 0.001']);
  });

  test('keep the id that links to them have', () => {
    expect(failures.key).toBe('service-availability-failures');
  });

  test('say what the share is of', () => {
    expect(failures.queries.map(({ legend }) => legend)).toEqual(['used of allowed']);
  });
});

describe('the burn rate', () => {
  const model = (panel: typeof burnRate) =>
    dashboardModel(
      dashboard('SLOs', {
        application: 'shop',
        description: 'Whether the objectives are kept',
        panels: [panel],
        alerts: alertsOf(availability.alerts),
      }),
    ).panels?.find(({ title }) => title === panel.title);
  const rendered = () => {
    const found = model(burnRate);
    if (!found || !('targets' in found)) throw new Error('it is not on its dashboard');
    return found;
  };

  test('is shown over both windows of every alert, with a line for each at its own limit', () => {
    expect(burnRate.queries.map(({ legend }) => legend)).toEqual([
      ...['1h', '5m', 'pages over 14.4 (1h)'],
      ...['6h', '30m', 'pages over 6 (6h)'],
      ...['1d', '2h', 'warns over 3 (1d)'],
      ...['3d', 'warns over 1 (3d)'],
    ]);
  });

  test('draws each line in the colour of its curve', () => {
    const colors = burnRate.queries.map(({ legend = '', color }) => [
      /\((\w+)\)/.exec(legend)?.[1] ?? legend,
      color,
    ]);
    const byWindow = new Map(
      colors
        .filter(([window = '']) => ['1h', '6h', '1d', '3d'].includes(window))
        .map(([window, color]) => [window, color]),
    );
    expect([...byWindow]).toEqual([
      ['1h', 'red'],
      ['6h', 'orange'],
      ['1d', 'yellow'],
      ['3d', 'blue'],
    ]);
  });

  test('has lines where its queries are, and no thresholds besides', () => {
    expect(shades(burnRate)).toEqual([['transparent', null]]);
  });

  test('counts by powers of ten, from a tenth of what may be on', () => {
    expect([burnRate.defaults.custom, burnRate.defaults.min]).toEqual([
      expect.objectContaining({ scaleDistribution: { type: 'log', log: 10 } }),
      0.1,
    ]);
  });

  test("counts so in Grafana's v2 too", () => {
    expect(panelV2(rendered()).spec.vizConfig.spec.fieldConfig.defaults.custom).toEqual(
      expect.objectContaining({ scaleDistribution: { type: 'log', log: 10 } }),
    );
  });

  test('counts so in Perses too', () => {
    expect(timeSeriesChart(rendered()).said.spec).toEqual(
      expect.objectContaining({ yAxis: expect.objectContaining({ logBase: 10, min: 0.1 }) }),
    );
  });

  test('draws short windows dotted in Perses too', () => {
    expect(JSON.stringify(timeSeriesChart(rendered()).said)).toContain('"lineStyle":"dotted"');
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

describe('the table of all objectives', () => {
  const shown = sloTable(table);

  test('has a row for each in every column', () => {
    const rows = queries(shown).map(
      (promql) => table.filter(({ title }) => promql.includes(`"${title.en}"`)).length,
    );
    expect(rows).toEqual(shown.queries.map(() => table.length));
  });

  test('asks for what is promised, what it was, what is left, how fast it burns, and how long it lasts so', () => {
    expect(queries(sloTable([availability]))).toEqual(
      [
        'vector(0.999)',
        '1 - slo:shop_availability:error_ratio_rate30d',
        '1 - slo:shop_availability:error_ratio_rate30d / 0.001',
        'slo:shop_availability:error_ratio_rate5m / 0.001',
        'clamp_min(1 - slo:shop_availability:error_ratio_rate30d / 0.001, 0) * 2592000 / (slo:shop_availability:error_ratio_rate5m / 0.001 > 1) or vector(2592000)',
      ].map(
        (of) =>
          `label_replace(label_replace(${of}, "objective", "Service availability", "", ""), "pages", "14.4 over 1h, 6 over 6h", "objective", ".*")`,
      ),
    );
  });

  test('says of one on which nobody is called what pages: nothing', () => {
    expect(queries(sloTable([p50]))[0]).toContain('"pages", "nothing"');
  });

  test('says what pages as the application has its alerts', () => {
    const changed = override(availability.alerts, { burn6h: { severity: 'warning' } });
    expect(queries(sloTable([availability], () => changed))[0]).toContain('"pages", "14.4 over 1h", ');
  });

  test('has that of which the least is left first', () => {
    expect(shown.options).toMatchObject({ sortBy: [{ displayName: 'Budget Left', desc: false }] });
  });

  test('has what would page last', () => {
    const [organize] = shown.transformations.filter(({ id }) => id === 'organize');
    const order = Object.entries(objectAt(organize, 'options', 'indexByName'))
      .toSorted(([, a], [, b]) => Number(a) - Number(b))
      .map(([field]) => field);
    expect(order.at(-1)).toBe('pages');
  });

  test('is refused of no objective', () => {
    expect(() => sloTable([])).toThrow('there is no objective');
  });
});

test('the row of an objective is closed until somebody opens it', () => {
  expect(sloRow(availability).collapsed).toBe(true);
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
