import type { RuleGroup } from '#alerts/rule/group.js';
import { ruleLabels } from '#alerts/rule/prometheus.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { ruleContext } from '#application/rule-context.js';
import type { Application } from '#application/application.js';
import { inSeconds } from '#ground/duration.js';
import { print } from '#promql/expr/print.js';
import { type Answered, rangeOf } from './asking.js';
import { dense, now } from './clock.js';
import { nameOf } from './sampled.js';

/** An alert in the group by which it is evaluated. */
export interface Evaluated {
  readonly application: Application;
  readonly group: RuleGroup;
  readonly rule: AlertRule;
}

/** What an alert is at one evaluation. */
export interface State {
  readonly at: number;
  readonly state: 'pending' | 'firing';
  /** Since when its condition holds. */
  readonly since: number;
}

/** How long an alert waits, and how long it goes on once its condition no longer holds, in seconds. */
export interface Waits {
  readonly for: number;
  readonly keeps: number;
}

/**
 * What an alert is at each evaluation, by the times at which its expression has a value: pending until it has had one for `for`, then firing
 * until it has none, and for `keep_firing_for` after that, as Prometheus does it.
 * https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
 */
export const statesOf = (
  holds: ReadonlySet<number>,
  evaluations: readonly number[],
  waits: Waits,
): readonly State[] => {
  const states: State[] = [];
  let since: number | undefined;
  let isFiring = false;
  let gone: number | undefined;
  for (const at of evaluations) {
    if (holds.has(at)) {
      since ??= at;
      gone = undefined;
      isFiring ||= at - since >= waits.for;
    } else if (isFiring) {
      gone ??= at;
      isFiring = at - gone < waits.keeps;
    }
    if (!holds.has(at) && !isFiring) since = undefined;
    if (since !== undefined) states.push({ at, state: isFiring ? 'firing' : 'pending', since });
  }
  return states;
};

/** The times at which an application's rules are evaluated. */
const evaluationsOf = (interval: number): readonly number[] => {
  const first = Math.ceil((now - dense + 1200) / interval) * interval;
  return Array.from({ length: Math.floor((now - first) / interval) + 1 }, (_, i) => first + i * interval);
};

/** What one alert of a rule was at each evaluation at which it was anything, with its labels as Prometheus writes them. */
export interface Alerted {
  readonly labels: Readonly<Record<string, string>>;
  readonly states: readonly State[];
}

/** What an alert was at each evaluation of the last hours, by what a Prometheus says of its expression. */
export const alerted = async (
  url: string,
  { application, group, rule }: Evaluated,
): Promise<readonly Alerted[]> => {
  const interval = inSeconds(group.interval);
  const evaluations = evaluationsOf(interval);
  const [start = now] = evaluations;
  const answers: readonly Answered[] = await rangeOf(url, print(rule.expr), {
    start,
    end: now,
    step: interval,
  });
  const keeps = rule.keepFiringFor === undefined ? 0 : inSeconds(rule.keepFiringFor);
  const own = Object.entries(ruleLabels(rule, ruleContext(application)));
  // Those of templates stand in no block: what they read the proof says.
  const labels = {
    alertname: rule.name,
    ...Object.fromEntries(own.filter(([, value]) => !value.includes('{{'))),
  };
  return answers.map(({ labels: { __name__: _, ...series }, samples }) => ({
    labels: { ...series, ...labels },
    states: statesOf(new Set(samples.map(([at]) => at)), evaluations, { for: inSeconds(rule.for), keeps }),
  }));
};

/** `ALERTS` and `ALERTS_FOR_STATE` as Prometheus stores them, in OpenMetrics' text. */
export const alertsText = ({ labels, states }: Alerted): string => {
  const name = (state: State['state']): string =>
    nameOf({ name: 'ALERTS', labels: { ...labels, alertstate: state } });
  const since = nameOf({ name: 'ALERTS_FOR_STATE', labels });
  return [
    ...(['pending', 'firing'] as const).flatMap((state) =>
      states.filter((each) => each.state === state).map(({ at }) => `${name(state)} 1 ${at}\n`),
    ),
    ...states.map((each) => `${since} ${each.since} ${each.at}\n`),
  ].join('');
};
