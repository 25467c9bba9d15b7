import { describe, expect, test } from '@jest/globals';
import { logErrorsSurging } from '#alerts/log/log-errors-surging.js';
import { above, below } from '#alerts/rule/condition.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { called } from '#alerts/text/subject.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { withAlertRows } from '#dashboards/alert-row.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { panelId } from '#dashboards/identity.js';
import { stat } from '#dashboards/panel/stat.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { row, rowsIn } from '#dashboards/row.js';
import { absent } from '#promql/vector/absent.js';
import { count, percent, perSecond, yes } from '#promql/unit/limit.js';
import { alertOn, baskets, errorRatio, note, openBaskets, shop } from './fixture.js';

const description = 'What it shows.';
const tooMany = alertOn('TooMany', 'critical', above(openBaskets, count(50)));
const many = alertOn('Many', 'warning', above(openBaskets, count(5)));
const few = alertOn('Few', 'warning', below(openBaskets, count(2)));
const failing = alertOn('Failing', 'critical', above(errorRatio('5m'), percent(5)));
const gone = alertOn('Gone', 'critical', { signal: absent(baskets), operator: '==', limit: yes });
const five = alertOn('Five', 'warning', { signal: openBaskets, operator: '==', limit: count(5) });

const drawing = timeseries('Baskets', { description, signal: openBaskets, limits: [tooMany] });
const rowOf = (alerts: readonly AlertRule[], ...panels: Parameters<typeof shop>[0][number][]) =>
  rowsIn(withAlertRows([shop(panels)], alerts).flatMap((each) => each.panels)).flatMap((each) => each.panels);
const titles = (...given: Parameters<typeof rowOf>) => rowOf(...given).map(({ title }) => title);

describe('an alert has a panel in a row of its dashboard', () => {
  test('where no panel draws its signal', () => {
    expect(titles([failing, tooMany], drawing)).toEqual(['Failing']);
  });

  test('where one draws it without its limit', () => {
    expect(titles([few], drawing)).toEqual(['Few']);
  });

  test('where one shows no more than the value of now', () => {
    const now = stat('Baskets', { description, signal: openBaskets, limits: [tooMany] });
    expect(titles([tooMany], now)).toEqual(['TooMany']);
  });

  test('together with others on the same signal', () => {
    const [panel] = rowOf([many, tooMany], note('a'));
    expect([panel?.title, panel?.defaults.thresholds?.steps]).toEqual([
      'Many · TooMany',
      [
        { value: null, color: 'transparent' },
        { value: 5, color: 'yellow' },
        { value: 50, color: 'red' },
      ],
    ]);
  });

  test('whose id is made of its name', () => {
    expect(panelId(rowOf([failing], note('a'))[0]?.key ?? '')).toBe(panelId('alert-failing'));
  });

  test('whose limit is a dashed line with its name, where it is a point', () => {
    expect(rowOf([five], note('a'))[0]?.queries.map(({ legend, dashed }) => [legend, dashed])).toEqual([
      ['{{path}}', false],
      ['== 5', true],
    ]);
  });

  test('which is not empty where it tells of what is missing', () => {
    expect(rowOf([gone], note('a'))[0]?.queries.map(({ legend }) => legend)).toContain('nothing is missing');
  });

  test('which tells what it means', () => {
    expect(rowOf([failing], note('a'))[0]?.description).toMatchObject({
      en: expect.stringContaining('**Failing** (critical, for 5m)'),
    });
  });
});

describe('the row', () => {
  test.each([
    ['en', 'Alerts'],
    ['ko', '알림'],
  ] as const)('is called in the language of its dashboard: %s', (language, title) => {
    const board: Dashboard = { ...shop([note('a')]), language };
    expect(withAlertRows([board], [failing]).flatMap(({ panels }) => rowsIn(panels))).toMatchObject([
      { title },
    ]);
  });

  test('is missing where all are drawn', () => {
    const board = shop([drawing]);
    expect(withAlertRows([board], [tooMany])).toEqual([board]);
  });

  test('stands on the dashboard that names its alert', () => {
    const [first, second] = [
      shop([note('a')], { uid: 'first' }),
      shop([row('b', [stat('Baskets', { description, signal: openBaskets, limits: [tooMany] })])]),
    ];
    expect(withAlertRows([first, second], [tooMany]).map(({ panels }) => rowsIn(panels).length)).toEqual([
      0, 2,
    ]);
  });

  test('stands nowhere in an application that has no dashboards', () => {
    expect(withAlertRows([], [tooMany])).toEqual([]);
  });
});

test('what an alert counts of logs is asked of Loki, with its limit', () => {
  const logs = fluentBit({ namespaces: ['shop'], loki: { host: 'loki.monitoring.svc', port: 3100 } });
  const surging = logErrorsSurging(called('Shop'), logs, { rate: perSecond(1) });
  const [made] = withAlertRows([shop([note('a')])], [surging]);
  const panel = made && dashboardModel(made).panels?.find(({ title }) => title === 'LogErrorsSurging');
  expect(panel).toMatchObject({
    type: 'timeseries',
    datasource: { type: 'loki' },
    targets: [{ expr: surging.shown }],
    fieldConfig: {
      defaults: { thresholds: { steps: [{ color: 'transparent' }, { value: 1, color: 'yellow' }] } },
    },
  });
});
