import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { type AlertRule, type Shown, keyOf } from '#alerts/rule/rule.js';
import { type Application, alertsOf } from '#application/application.js';
import { valuedSelectors } from '#promql/expr/recorded.js';
import { reads } from '#alerts/scenario/selected.js';

/** Something that may break: a case in which an alert's proof has it fire. */
export interface SimulatedFault {
  /** `<alert>/<number of the case>`. */
  readonly id: string;
  readonly alert: AlertRule;
  /** The number of the case in its proof, from 0. */
  readonly number: number;
  readonly scenario: Shown;
}

/** Every case of every alert that Prometheus evaluates, in the order of their proofs. */
export const faultsOf = (application: Pick<Application, 'groups'>): readonly SimulatedFault[] =>
  alertsOf(application).flatMap((alert) =>
    alert.scenarios().fires.map((scenario, number) => ({
      id: `${keyOf(alert)}/${number}`,
      alert,
      number,
      scenario,
    })),
  );

/** Whether what an alert reads holds a series, by its metric and all of its labels. */
export const isReadBy = (
  { alert }: SimulatedFault,
  series: { readonly metric: Behaviour['metric']; readonly labels: Readonly<Record<string, string>> },
): boolean => valuedSelectors(alert.expr).some((selector) => reads(selector, series));
