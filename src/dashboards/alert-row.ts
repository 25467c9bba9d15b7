import { type LogRule, isLogRule } from '#alerts/log/log-alert.js';
import { type AlertRule, type OwnRule, keyOf } from '#alerts/rule/rule.js';
import type { Language, Localized } from '#ground/language.js';
import { type Expr, call, number, selectors, walk } from '#promql/expr/ast.js';
import { fixedLabels, offeredLabels } from '#promql/expr/labels.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Dashboard, withPanels } from './dashboard.js';
import { undrawn } from './drawn-alerts.js';
import { lineOf } from './limits.js';
import { measuring, unconditional } from './measured.js';
import type { Panel } from './panel/panel.js';
import { timeseries } from './panel/timeseries.js';
import type { Query } from './query.js';
import { type Row, panelsIn, panelsShowing, row } from './row.js';
import { isLine } from './threshold.js';

const title: Localized = { ko: '알림', en: 'Alerts' };

/** Its series by the labels that tell them apart: one that all that is read has in common tells nothing. */
const legendOf = (signal: Expr): string | undefined => {
  const read = selectors(signal);
  const isCommon = (label: string): boolean => read.every((each) => fixedLabels(each).includes(label));
  const labels = [...offeredLabels(signal)].filter((label) => !isCommon(label));
  return labels.length > 0 ? labels.map((label) => `{{${label}}}`).join(' ') : undefined;
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

const ofLogs: Localized = {
  ko: '로그 줄 수를 Loki가 센 값입니다.',
  en: 'What Loki counts of the lines of logs.',
};

/** Nothing is counted where lines are missing, which is then 0 of what is missing. */
const inLogQl = ({ shown, reads }: LogRule): string =>
  reads.function === 'absent_over_time' ? `${shown} or vector(0)` : shown;

/** A panel of what an alert counts of logs, which Loki is asked. */
const logPanelOf = (alert: LogRule, width: number): Panel => ({
  ...timeseries(alert.name, {
    key: `alert ${keyOf(alert)}`,
    description: ofLogs,
    queries: [{ expr: alert.condition.signal, unit: alert.condition.limit.unit, dashed: false }],
    limits: [alert],
    width,
  }),
  ...{ asks: 'loki', queries: [], logql: inLogQl(alert) },
});

/** Two panels to a line, and three to one where the last would stand alone. */
const widthAt = (index: number, of: number): number => (of % 2 === 1 && index >= of - 3 ? 8 : 12);

/** A panel for each alert, but one for those that watch the same. */
const panelsOf = (alerts: readonly OwnRule[]): readonly Panel[] => {
  const same = measuring(
    alerts.filter((alert) => !isLogRule(alert)),
    ({ condition }) => [condition.signal],
  );
  const firsts = alerts.flatMap((alert) => {
    if (isLogRule(alert)) return [(width: number) => logPanelOf(alert, width)];
    const [first, ...others] = same(alert.condition.signal);
    return first === alert ? [(width: number) => panelOf(first, others, width)] : [];
  });
  return firsts.map((made, i) => ({ ...made(widthAt(i, firsts.length)), isOfAlert: true }));
};

const isRowOfAlerts = (entry: Panel | Row): boolean =>
  entry.type === 'row' && entry.panels.length > 0 && entry.panels.every(({ isOfAlert }) => isOfAlert);

/**
 * The same dashboards with a row of the alerts that none of their panels draws: each with its signal over time and the limit at which it
 * fires. An alert stands on the dashboard that names it, else on the first. Rows that were made so before are made anew. Alerts that were
 * written elsewhere, and dashboards of an application that has none, stay as they are.
 */
export const withAlertRows = (
  given: readonly Dashboard[],
  alerts: readonly AlertRule[],
): readonly Dashboard[] => {
  const dashboards = given.map((each) =>
    withPanels(
      each,
      each.panels.filter((entry) => !isRowOfAlerts(entry)),
    ),
  );
  const left = undrawn(
    alerts,
    dashboards.flatMap(({ panels }) => panelsIn(panels)),
  );
  const placeOf = ({ name }: OwnRule): Dashboard | undefined =>
    dashboards.find(({ panels }) => panelsShowing(name, panels).length > 0) ?? dashboards[0];
  return dashboards.map((each) => {
    const here = panelsOf(left.filter((alert) => placeOf(alert) === each));
    const made = here.length === 0 ? [] : [row(titleIn(each), here, { key: 'alerts not drawn above' })];
    return withPanels(each, [...each.panels, ...made]);
  });
};

const titleIn = ({ language }: { readonly language: Language }): string => title[language];
