import { type LongWindow } from '#alerts/slo/burn-rate.js';
import type { AnySlo } from '#alerts/slo/slo.js';
import type { RuleSeverity } from '#alerts/rule/facts.js';
import type { Duration } from '#ground/duration.js';
import { type AlertOn, lineOf } from '#dashboards/limits.js';

/** The alerts of an objective, or what an application made of them. */
export type Alerts = Readonly<Record<string, AlertOn<'count'>>>;

/** A pace that an objective is watched by, and at which somebody is told: at none where the application left this alert out. */
export interface Watched {
  readonly long: LongWindow;
  readonly short: Duration;
  readonly told?: { readonly severity: RuleSeverity; readonly factor: number };
}

/** The paces of an objective, the fastest first, each at what the application made of its alert. */
export const watchedBy = ({ burnRates }: AnySlo, alerts: Alerts): readonly Watched[] =>
  burnRates.map(({ long, short }) => {
    const alert = alerts[`burn${long}`];
    return {
      long,
      short,
      ...(alert && { told: { severity: alert.severity, factor: lineOf(alert).limit.value } }),
    };
  });

/** Whether somebody is told at once, and not with the day's work. */
export const pages = ({ told }: Watched): boolean => told?.severity === 'critical';
