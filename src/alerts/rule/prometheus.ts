import { type Pins, pinned } from '#promql/expr/pinned.js';
import { print } from '#promql/expr/print.js';
import type { RuleGroup } from './group.js';
import type { RecordingRule } from './recording.js';
import { type Language, inLanguage } from '#ground/language.js';
import { keyed } from '#ground/keyed.js';
import { type AddedLabel, type AlertRule, addedLabels } from './rule.js';
import type { Annotations } from './says.js';

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
  /** The labels of its place, where rules are evaluated over several: each selector asks for them, and each rule adds them. */
  readonly within?: Pins;
}

/** A rule group in Prometheus's own format, https://prometheus.io/docs/prometheus/latest/configuration/recording_rules. */
export interface PrometheusGroup {
  readonly name: string;
  /** Nothing where it is that of Prometheus itself. */
  readonly interval?: string;
  readonly limit?: number;
  readonly query_offset?: string;
  readonly labels?: Readonly<Record<string, string>>;
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
export const ruleLabels = (rule: AlertRule, context: RuleContext): Readonly<Record<string, string>> => ({
  ...rule.shared,
  ...writtenLabels(rule, context),
});

/** Those of them that its rule says, rather than its group. */
const writtenLabels = (
  rule: AlertRule,
  { application, namespace, within }: RuleContext,
): Readonly<Record<string, string>> => {
  const added: Readonly<Record<AddedLabel, string | undefined>> = {
    component: rule.component ?? application,
    application,
    namespace,
  };
  return {
    // One that was written elsewhere says its severity itself, or none.
    ...(!rule.imported && { severity: rule.severity }),
    ...given(keyed(rule.imported ?? addedLabels, (label) => added[label])),
    ...rule.labels,
    ...within,
  };
};

/** Labels without those that have no value. */
const given = (labels: Readonly<Record<string, string | undefined>>): Annotations =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([label, value]) => (value === undefined ? [] : [[label, value]])),
  );

/** What an alert says and links to; one that was written elsewhere nothing but what it said there. */
const annotationsOf = (rule: AlertRule, { language, annotations }: RuleContext): Annotations => ({
  ...inLanguage(rule.texts, language),
  ...(!rule.imported && annotations?.(rule)),
});

/** A field of labels or annotations; nothing where there are none, as whoever wrote none wrote it. */
const unlessEmpty = <K extends string>(key: K, values: Annotations): { readonly [N in K]?: Annotations } =>
  Object.keys(values).length === 0 ? {} : keyed([key], () => values);

/** An alerting rule in Prometheus's own format, its texts in the application's language. */
export const prometheusAlert = (rule: AlertRule, context: RuleContext): PrometheusRule => ({
  alert: rule.name,
  expr: print(pinned(rule.expr, context.within ?? {})),
  ...(rule.for !== '0s' && { for: rule.for }),
  ...(rule.keepFiringFor !== undefined && { keep_firing_for: rule.keepFiringFor }),
  ...unlessEmpty('labels', writtenLabels(rule, context)),
  ...unlessEmpty('annotations', annotationsOf(rule, context)),
});

/** A recording rule in Prometheus's own format. */
export const prometheusRecord = (
  { record, expr, labels }: RecordingRule,
  { within = {} }: Pick<RuleContext, 'within'> = {},
): PrometheusRule => ({
  record,
  expr: print(pinned(expr, within)),
  ...(labels || Object.keys(within).length > 0 ? { labels: { ...labels, ...within } } : {}),
});

/** A rule group in Prometheus's own format. */
export const prometheusGroup = (
  { name, interval, leavesInterval, limit, queryOffset, labels, records, alerts }: RuleGroup,
  context: RuleContext,
): PrometheusGroup => ({
  name,
  ...(!leavesInterval && { interval }),
  ...(limit !== undefined && { limit }),
  ...(queryOffset !== undefined && { query_offset: queryOffset }),
  ...(labels && { labels }),
  rules: [
    ...records.map((record) => prometheusRecord(record, context)),
    ...alerts.map((alert) => prometheusAlert(alert, context)),
  ],
});

/** A group as promtool evaluates it: at its interval, whoever says it, and without what only a newer Prometheus reads. */
export interface EvaluatedGroup extends PrometheusGroup {
  readonly interval: string;
}

/** The same group, of which each rule says itself the labels that all of them share. */
export const evaluatedGroup = (
  { name, interval, labels: shared, records, alerts }: RuleGroup,
  context: RuleContext,
): EvaluatedGroup => ({
  name,
  interval,
  rules: [
    ...records.map(({ labels, ...rule }) =>
      prometheusRecord({ ...rule, ...((shared ?? labels) && { labels: { ...shared, ...labels } }) }, context),
    ),
    ...alerts.map((alert) => evaluatedAlert(alert, context)),
  ],
});

/** The same of one alert. */
export const evaluatedAlert = (rule: AlertRule, context: RuleContext): PrometheusRule => ({
  ...prometheusAlert(rule, context),
  ...unlessEmpty('labels', ruleLabels(rule, context)),
});
