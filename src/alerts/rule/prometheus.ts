import { print } from '#promql/expr/print.js';
import type { RuleGroup } from './group.js';
import { type Language, inLanguage } from '#ground/language.js';
import type { AlertRule } from './rule.js';

/** What every rule of an application carries beside what its alert says. */
export interface RuleContext {
  readonly application: string;
  /** The namespace whose Alertmanager configuration takes the alerts: the operator routes by this label. */
  readonly namespace?: string;
  /** The language of its messages. */
  readonly language: Language;
  /** In which its alerts are proven too; in each that they speak, unless given. */
  readonly languages?: readonly Language[];
  /** Further annotations, such as links. */
  readonly annotations?: (rule: AlertRule) => Readonly<Record<string, string>>;
}

/** A rule group in Prometheus's own format, https://prometheus.io/docs/prometheus/latest/configuration/recording_rules. */
export interface PrometheusGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly PrometheusRule[];
}
export interface PrometheusRule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The labels that an alert of an application has beside those of its series. */
export const ruleLabels = (
  rule: AlertRule,
  { application, namespace }: RuleContext,
): Readonly<Record<string, string>> => ({
  severity: rule.severity,
  component: rule.component ?? application,
  application,
  ...(namespace !== undefined && { namespace }),
  ...rule.labels,
});

/** An alerting rule in Prometheus's own format, its texts in the application's language. */
export const prometheusAlert = (rule: AlertRule, context: RuleContext): PrometheusRule => ({
  alert: rule.name,
  expr: print(rule.expr),
  ...(rule.for !== '0s' && { for: rule.for }),
  ...(rule.keepFiringFor !== undefined && { keep_firing_for: rule.keepFiringFor }),
  labels: ruleLabels(rule, context),
  annotations: { ...inLanguage(rule.texts, context.language), ...context.annotations?.(rule) },
});

/** A rule group in Prometheus's own format. */
export const prometheusGroup = (
  { name, interval, records, alerts }: RuleGroup,
  context: RuleContext,
): PrometheusGroup => ({
  name,
  interval,
  rules: [
    ...records.map(({ record, expr }) => ({ record, expr: print(expr) })),
    ...alerts.map((alert) => prometheusAlert(alert, context)),
  ],
});
