import { keyed } from '#ground/keyed.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import type { Localized } from '#ground/language.js';
import type { Subject } from './subject.js';

type Labels<L extends string> = Readonly<Record<L, string>>;

/** What one alert of a group is called in a proof. */
export const oneOf = <L extends string>(metric: AnyMetric, by: readonly L[]): Labels<L> =>
  keyed(by, (label) => fixedLabel(metric, label) ?? `this-${label}`);

/** Another of the same group; the same where a metric is narrowed to one. */
export const anotherOf = <L extends string>(metric: AnyMetric, by: readonly L[]): Labels<L> =>
  keyed(by, (label) => fixedLabel(metric, label) ?? `other-${label}`);

/** A series with labels whose names only the application knows. */
export const withLabels =
  (labels: Readonly<Record<string, string>>) =>
  (behaviour: Behaviour): Behaviour => ({ ...behaviour, labels: { ...behaviour.labels, ...labels } });

/** What an alert is about, with the labels by which it is told apart: `Shop checkout`. */
export const named = <L extends string>(
  subject: Subject,
  by: readonly L[],
  labels: Labels<NoInfer<L>>,
): Subject => {
  const names = by.map((label) => ` ${labels[label]}`).join('');
  return { ko: subject.ko + names, en: subject.en + names };
};

/** What a runbook adds where there is an alert for each. */
export const forEach = (by: readonly string[]): Localized =>
  by.length === 0
    ? { ko: '', en: '' }
    : {
        ko: ` \`${by.join(', ')}\` 레이블마다 따로 계산합니다.`,
        en: ` Each \`${by.join(', ')}\` is worked out by itself.`,
      };
