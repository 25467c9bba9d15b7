import { keyOf } from '#alerts/rule/rule.js';
import type { ProvenAlert } from '#proof/prove-estate.js';

/** What one promtool made of the alerts that were asked for. */
export interface Run {
  /** Its release, e.g. `2.42.0`. */
  readonly promtool: string;
  readonly alerts: readonly ProvenAlert[];
}

/** All that was found out. */
export interface Report {
  readonly runs: readonly Run[];
  /** How long it took, in seconds. */
  readonly seconds: number;
}

/** A proof that does not hold. */
export interface Failure {
  readonly promtool: string;
  readonly proven: ProvenAlert;
  /** What does not hold, in one line, and why. */
  readonly what: string;
  readonly why: string;
}

export const failuresOf = ({ runs }: Report): readonly Failure[] =>
  runs.flatMap(({ promtool, alerts }) =>
    alerts.flatMap((proven) =>
      proven.refused.map((text) => {
        const [what = '', ...why] = text.split('\n');
        return { promtool, proven, what, why: why.join('\n') };
      }),
    ),
  );

/** `shop's HighErrorRate`: an alert as sentences name it. */
export const titleOf = ({ alert, context }: ProvenAlert): string =>
  `${context.application}'s ${keyOf(alert)}`;
