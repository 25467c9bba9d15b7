import type { ProvenAlert } from '#proof/prove-estate.js';
import { type Outcome, holds } from '#proof/verdict.js';
import { standingOf } from '#proof/standings.js';
import type { Report } from '#proof/command/report.js';

const scenario = (outcome: Outcome) => ({
  kind: outcome.scenario.kind,
  when: outcome.scenario.scenario.when,
  holds: holds(outcome),
  /** Seconds from the beginning of the fault; nothing where it never fires. */
  firedAfterSeconds: outcome.fired[0] ? outcome.fired[0].first - outcome.scenario.time.begins : null,
});

/** Whether a person stands for the proof; else that it was derived, or why there is none. */
const standing = (proven: ProvenAlert) => {
  const { is, ...besides } = standingOf(proven) ?? { is: 'confirmed' };
  return { proof: is, ...besides };
};

const alert = (proven: ProvenAlert) => ({
  ...told(proven),
  ...standing(proven),
});

const told = ({ alert, context, group, verdicts, refused, detected }: ProvenAlert) => ({
  application: context.application,
  group: group.name,
  alert: alert.name,
  severity: alert.severity,
  holds: refused.length === 0,
  timeToDetectSeconds: detected ?? null,
  unchanged: verdicts.every(({ kept }) => kept),
  refused,
  scenarios: verdicts[0].outcomes.map(scenario),
});

/** Everything, for programs. */
export const jsonText = ({ runs, seconds }: Report): string =>
  `${JSON.stringify(
    {
      version: 1,
      seconds,
      runs: runs.map(({ promtool, alerts }) => ({ promtool, alerts: alerts.map(alert) })),
    },
    null,
    2,
  )}\n`;
