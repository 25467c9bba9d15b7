import { prometheusAlert, ruleLabels } from '#alerts/rule/prometheus.js';
import { type Application, alertsOf } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import type { Firing } from '#browser/wire/preview.js';

/** An alert as Prometheus tells Alertmanager of it. */
export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Labels without those that have no value, which are not there. */
const present = (labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== '' && !value.includes('{{')));

/**
 * An alert as it fired in the data, with its labels and from then on, to `to`, in milliseconds since 1970; in the texts that its proof has promtool
 * find, whose numbers are those of the proof.
 */
export const alertsIn = (
  application: Application,
  alert: string,
  { labels, from }: Firing,
  to: number,
): readonly PostedAlert[] => {
  const context = ruleContext(application);
  return alertsOf(application)
    .filter(({ name }) => name === alert)
    .slice(0, 1)
    .flatMap((rule) =>
      (rule.scenarios().fires[0]?.tells ?? []).slice(0, 1).map(({ texts }) => ({
        labels: present({ ...application.externalLabels, ...labels, ...ruleLabels(rule, context) }),
        annotations: prometheusAlert({ ...rule, texts }, context).annotations ?? {},
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(to).toISOString(),
      })),
    );
};
