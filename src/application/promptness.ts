import type { AlertRule } from '#alerts/rule/rule.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { instead } from '#ground/nearest.js';
import { type Shape, byName, exactly, length, named } from '#ground/shape.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { detectionOf } from './detection.js';

/** Why an alert may take longer: another that tells of the same outage in time, or a reason in words. */
export type Slower = string | { readonly sooner: string };

/** How soon somebody is told of what is critical. */
export interface Promptness {
  /** Within how long after a fault began each critical alert fires, where everything is concerned. */
  readonly fires: Duration;
  /** Within how much longer its message is sent. */
  readonly told: Duration;
  /** Critical alerts that take longer, and why that will do. */
  readonly slower?: Readonly<Record<string, Slower>>;
}

const aSlower: Shape = (where, value) =>
  isObject(value) ? exactly({ sooner: named })(where, value) : named(where, value);
/** How soon somebody is told, where types were put aside. */
export const promptnessShape = exactly({ fires: length, told: length }, { slower: byName(aSlower) });

/** How long an alert takes to fire in an outage, in seconds; where that makes no difference, or is not known, at its limit. */
export const firesAfter = (rule: AlertRule, group: Pick<RuleGroup, 'interval'>): number => {
  const { atLimit, inOutage = atLimit } = detectionOf(rule, group);
  return inOutage;
};

/** Seconds as a person reads them: 6m 15s. */
export const readSeconds = (seconds: number): string => {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes === 0 || rest === 0 ? duration(whole) : `${minutes}m ${rest}s`;
};

/** Names in `slower` that no critical alert has. */
export const promptnessFaults = (
  { slower = {} }: Promptness,
  alerts: readonly AlertRule[],
): readonly Fault[] => {
  const critical = alerts.filter(({ severity }) => severity === 'critical').map(({ name }) => name);
  return Object.entries(slower).flatMap(([name, why]) => {
    const named = [[name, `prompt.slower.${name}`] as const];
    const sooner = typeof why === 'string' ? [] : [[why.sooner, `prompt.slower.${name}.sooner`] as const];
    return [...named, ...sooner]
      .filter(([each]) => !critical.includes(each))
      .map(([each, where]): Fault => ({
        where,
        what: each,
        code: 'no-such-alert',
        why: `it has no critical alert ${each}`,
        cure: instead(each, critical),
      }));
  });
};

/** The same promise beside a group of alerts that others add, of which those that are critical and slow are so for a reason. */
export const besides = (prompt: Promptness, group: RuleGroup, why: string): Promptness => {
  const slow = group.alerts
    .filter(({ severity }) => severity === 'critical')
    .filter((rule) => firesAfter(rule, group) > inSeconds(prompt.fires));
  return {
    ...prompt,
    slower: { ...Object.fromEntries(slow.map(({ name }) => [name, why])), ...prompt.slower },
  };
};
