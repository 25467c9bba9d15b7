import type { AlertRule } from '#alerts/rule/rule.js';
import { addedLabels } from '#alerts/rule/rule.js';
import { type Expr, type MetricInfo, type Selector, call, string } from '#promql/expr/ast.js';
import { offeredLabels } from '#promql/expr/labels.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { lineOf } from '#dashboards/limits.js';
import { aggregated, binary, on } from './promql.js';
import { withValueText } from './value-text.js';

/** What Prometheus itself stores of alerts, https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#inspecting-alerts-during-runtime. */
const ofRule = (
  name: 'ALERTS' | 'ALERTS_FOR_STATE',
  help: string,
  labels: readonly string[],
): MetricInfo => ({
  ...{ name, kind: 'gauge', help, unit: name === 'ALERTS' ? 'count' : 'timestamp' },
  ...{ labels, ownLabels: labels, values: {} },
});

/** Labels that an alert's rule gives it, and those that say no more than these: by none of them is one alert told from another of its name. */
const saysNothing = (alerts: readonly AlertRule[]): ReadonlySet<string> =>
  new Set([
    ...['alertname', 'alertstate', 'severity', ...addedLabels, 'job', 'endpoint', 'le'],
    ...alerts.flatMap(({ labels, shared = {} }) => [...Object.keys(labels), ...Object.keys(shared)]),
  ]);

/** The labels that tell what an alert is about: which pod, which queue. */
const tellingOf = ({ condition }: AlertRule, nothing: ReadonlySet<string>): readonly string[] =>
  [...offeredLabels(condition.signal)].filter((label) => !nothing.has(label)).sort();

/** The label `of` with what these say, one after the other. */
const joined = (expr: Expr, telling: readonly string[]): Expr =>
  call('label_join', expr, ...['of', ' ', ...telling].map(string));

const named = (expr: Expr, alert: string): Expr =>
  call('label_replace', expr, string('alertname'), string(alert), string(''), string(''));

/** The value of an alert's signal as text, by its name and what it is about; nothing of one that compares with nothing. */
const valueOf = (alert: AlertRule, telling: readonly string[]): Expr | undefined => {
  const line = lineOf(alert);
  if (!line) return undefined;
  const { signal } = alert.condition;
  const isOfOthers = [...offeredLabels(signal)].some((label) => !telling.includes(label));
  // What other labels told apart is one alert here: the one that is worst.
  const worst = line.operator.startsWith('<') ? 'min' : 'max';
  const value = withValueText(isOfOthers ? aggregated(worst, signal, telling) : signal, line, telling);
  return value && named(value, alert.name);
};

const or = (all: readonly Expr[]): Expr | undefined =>
  all.reduce<Expr | undefined>((before, each) => (before ? binary(before, 'or', each) : each), undefined);

/**
 * The alerts of an application that fire: since when, in seconds since 1970, by `severity`, `alertname`, `of` which pod or queue or path, and
 * `value`, a text. What fires and since when is what Prometheus stores of its rules; the value it does not store, so each alert's signal is
 * asked: once for the whole table, as Prometheus does itself at every evaluation.
 */
export const firingSignal = (application: string, alerts: readonly AlertRule[]): Expr => {
  const nothing = saysNothing(alerts);
  const told = alerts.filter(({ severity }) => severity !== 'none');
  const telling = [...new Set(told.flatMap((alert) => tellingOf(alert, nothing)))].sort();
  const labels = [...telling, 'alertname', 'alertstate', 'application', 'severity'];
  const stored = (
    name: 'ALERTS' | 'ALERTS_FOR_STATE',
    help: string,
    more: readonly LabelMatcher[],
  ): Selector => ({
    type: 'selector',
    metric: ofRule(name, help, labels),
    matchers: [...more, { label: 'application', operator: '=', value: application }],
  });
  const firing = stored('ALERTS', 'Alerts that are pending or firing', [
    { label: 'alertstate', operator: '=', value: 'firing' },
  ]);
  const since = stored('ALERTS_FOR_STATE', 'Since when alerts are pending or firing', [
    { label: 'severity', operator: '!=', value: 'none' },
  ]);
  const firingSince = binary(since, 'and', firing, { type: 'ignoring', labels: ['alertstate'] });
  const key = telling.length > 0 ? ['alertname', 'of'] : ['alertname'];
  const about = (expr: Expr): Expr => (telling.length > 0 ? joined(expr, telling) : expr);
  const rows = aggregated('min', about(firingSince), ['severity', ...key]);
  const values = or(told.flatMap((alert) => valueOf(alert, tellingOf(alert, nothing)) ?? []));
  if (!values) return rows;
  const valued = binary(rows, '*', aggregated('max', about(values), [...key, 'value']), on(key, ['value']));
  return binary(valued, 'or', rows, on(key));
};
