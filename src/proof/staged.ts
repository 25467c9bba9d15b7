import type { AlertRule, Shown } from '#alerts/rule/rule.js';
import type { Scenario, Timing } from '#alerts/scenario/scenario.js';
import { inSeconds } from '#ground/duration.js';
import type { Features } from './promtool/features.js';
import { type Timeline, timeline } from './timeline.js';

/** Which scenarios of a proof are run: all of them, or only one that shows the texts, for a second language. */
export type Scenarios = 'all' | 'texts';

/** A scenario as it is played: under which name, and when what happens. */
export type Staged = StagedFiring | StagedQuiet;

interface Stage {
  /** The name of its test. */
  readonly test: string;
  readonly time: Timeline;
  /** How long it is played, in seconds. */
  readonly until: number;
}
export interface StagedFiring extends Stage {
  readonly kind: 'fires';
  readonly scenario: Shown;
  /** The alert must not fire earlier than so many seconds after the fault began. */
  readonly notBefore: number;
  /** It must fire so many seconds after that. */
  readonly by: number;
}
export interface StagedQuiet extends Stage {
  readonly kind: 'quiet';
  readonly scenario: Scenario;
}

/** The scenarios of an alert's proof, at the interval of the alert's group in seconds. */
export const stagedScenarios = (
  rule: AlertRule,
  interval: number,
  scenarios: Scenarios,
  { startTimestamp, leftOpen }: Features,
): readonly Staged[] => {
  const timeOf = (scenario: Scenario & Pick<Timing, 'evaluatedEvery'>): Timeline =>
    timeline(rule, scenario, Math.max(interval, inSeconds(scenario.evaluatedEvery ?? '0s')), startTimestamp);
  // What a scenario says itself is about what a window still holds.
  const notBefore = (scenario: Shown): number =>
    scenario.notBefore === undefined
      ? inSeconds(rule.for)
      : Math.max(0, inSeconds(scenario.notBefore) - (leftOpen ? interval : 0));
  const firing = (scenario: Shown): StagedFiring => {
    const time = timeOf(scenario);
    const { begins, ends, settled } = time;
    // The last evaluation before all is well again.
    const by = scenario.within === undefined ? ends - begins - interval : inSeconds(scenario.within);
    return {
      kind: 'fires',
      test: `${rule.name} fires when ${scenario.when}`,
      scenario,
      time,
      notBefore: notBefore(scenario),
      by,
      until: scenarios === 'all' ? settled : begins + by,
    };
  };
  const { fires, quiet } = rule.scenarios();
  if (scenarios === 'texts') return fires.slice(0, 1).map(firing);
  return [
    ...fires.map(firing),
    ...quiet.map((scenario): StagedQuiet => {
      const time = timeOf(scenario);
      const test = `${rule.name} stays quiet when ${scenario.when}`;
      return { kind: 'quiet', test, scenario, time, until: time.settled };
    }),
  ];
};
