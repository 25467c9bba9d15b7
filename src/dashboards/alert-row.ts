import { type AlertRule, type OwnRule, keyOf } from '#alerts/rule/rule.js';
import type { Language, Localized } from '#ground/language.js';
import { type Expr, call, number, walk } from '#promql/expr/ast.js';
import { offeredLabels } from '#promql/expr/labels.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Dashboard, extended } from './dashboard.js';
import { undrawn } from './drawn-alerts.js';
import { lineOf } from './limits.js';
import { measuring, unconditional } from './measured.js';
import type { Panel } from './panel/panel.js';
import { timeseries } from './panel/timeseries.js';
import type { Query } from './query.js';
import { panelsIn, panelsShowing, row } from './row.js';
import { isLine } from './threshold.js';

const title: Localized = { ko: '알림', en: 'Alerts' };

/** Its series by their labels. */
const legendOf = (signal: Expr): string | undefined => {
  const labels = [...offeredLabels(signal)].map((label) => `{{${label}}}`);
  return labels.length > 0 ? labels.join(' ') : undefined;
};

/** Whether it tells of what is missing: in health it has no series, and a panel of it would be empty. */
const tellsOfMissing = (signal: Expr): boolean =>
  [...walk(signal)].some(
    ({ type, ...each }) => type === 'call' && 'function' in each && each.function === 'absent',
  );

const at = (value: number, unit: Query['unit'], legend: string): Query => ({
  ...{ expr: call('vector', number(value)), unit, legend },
  ...{ dashed: true, color: 'grey' },
});

/** What is drawn beside a signal: its limit, where that is a point and no line, and that nothing is missing. */
const beside = (alert: OwnRule): readonly Query[] => {
  const line = lineOf(alert);
  const { unit, value } = line.limit;
  return [
    ...(isLine(line) ? [] : [at(value, unit, `${line.operator} ${humanize(line.limit)}`)]),
    ...(tellsOfMissing(alert.condition.signal) ? [at(0, unit, 'nothing is missing')] : []),
  ];
};

/** A panel of what an alert watches, with its limit and those of others on the same signal. */
const panelOf = (first: OwnRule, others: readonly OwnRule[], width: number): Panel => {
  const { signal, limit } = first.condition;
  const shown = unconditional(signal);
  const legend = legendOf(shown);
  const all = [first, ...others];
  const drawn = all.filter((alert) => isLine(lineOf(alert)));
  return timeseries(all.map(({ name }) => name).join(' · '), {
    key: `alert ${keyOf(first)}`,
    queries: [
      { expr: shown, unit: limit.unit, dashed: false, ...(legend !== undefined && { legend }) },
      ...beside(first),
    ],
    limits: drawn,
    alerts: all.filter((alert) => !drawn.includes(alert)),
    width,
  });
};

/** Two panels to a line, and three to one where the last would stand alone. */
const widthAt = (index: number, of: number): number => (of % 2 === 1 && index >= of - 3 ? 8 : 12);

/** A panel for each alert, but one for those that watch the same. */
const panelsOf = (alerts: readonly OwnRule[]): readonly Panel[] => {
  const same = measuring(alerts, ({ condition }) => [condition.signal]);
  const firsts = alerts.flatMap((alert) => {
    const [first, ...others] = same(alert.condition.signal);
    return first === alert ? [{ first, others }] : [];
  });
  return firsts.map(({ first, others }, i) => panelOf(first, others, widthAt(i, firsts.length)));
};

/**
 * The same dashboards with a row of the alerts that none of their panels draws: each with its signal over time and the limit at which it
 * fires. An alert stands on the dashboard that names it, else on the first. Alerts that were written elsewhere, and dashboards of an
 * application that has none, stay as they are.
 */
export const withAlertRows = (
  dashboards: readonly Dashboard[],
  alerts: readonly AlertRule[],
): readonly Dashboard[] => {
  const left = undrawn(
    alerts,
    dashboards.flatMap(({ panels }) => panelsIn(panels)),
  );
  const placeOf = ({ name }: OwnRule): Dashboard | undefined =>
    dashboards.find(({ panels }) => panelsShowing(name, panels).length > 0) ?? dashboards[0];
  return dashboards.map((each) => {
    const here = panelsOf(left.filter((alert) => placeOf(alert) === each));
    return here.length === 0
      ? each
      : extended(each, [row(titleIn(each), here, { key: 'alerts not drawn above' })]);
  });
};

const titleIn = ({ language }: { readonly language: Language }): string => title[language];
