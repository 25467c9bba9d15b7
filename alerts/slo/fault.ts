import { type Duration, durationFault, inSeconds } from '../../ground/duration.js';
import { humanize } from '../../promql/unit/humanize.js';
import type { Limit } from '../../promql/unit/limit.js';
import { step } from './records.js';

/** Of an older sample Prometheus says nothing; its flag `--query.lookback-delta` is 5 minutes. */
const longestInterval: Duration = '4m';

/** All faults of an objective at once. */
export const refusal = (name: string, faults: readonly string[]): Error =>
  new Error(`slo ${name}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);

/** Why rules cannot be called after an objective. */
export const nameFaults = (name: string, application: string): readonly string[] => [
  ...(/^[A-Z][A-Za-z0-9]*$/.test(name)
    ? []
    : [`'${name}' is no name for its alerts; write it in CamelCase, like ApiAvailability`]),
  ...(/^[a-z][a-z0-9-]*$/.test(application)
    ? []
    : [`application '${application}' is no name of an application; write lower-case letters, digits and -`]),
];

/** Why nothing can be reckoned from the numbers of an objective. */
export const numberFaults = (
  objective: Limit<'ratio'>,
  window: Duration,
  leastFailures: Limit<'count'>,
  interval: Duration,
): readonly string[] => {
  const lengths = [window, interval].flatMap((length) => durationFault(length) ?? []);
  if (lengths.length > 0) return lengths;
  return [
    ...(objective.value > 0 && objective.value < 1
      ? []
      : [
          `an objective of ${humanize(objective)} leaves ${objective.value >= 1 ? 'no error budget' : 'nothing to keep'}; write a share between, like percent(99.9)`,
        ]),
    ...(inSeconds(window) % inSeconds(step) === 0
      ? []
      : [`a window of ${window} is not made of steps of ${step}; write e.g. '30d'`]),
    ...(Number.isInteger(leastFailures.value) && leastFailures.value >= 2
      ? []
      : [
          `leastFailures of ${humanize(leastFailures)}: a single failure would fire; write a whole number from 2`,
        ]),
    ...(inSeconds(interval) > 0 && inSeconds(interval) <= inSeconds(longestInterval)
      ? []
      : [
          `an interval of ${interval}: of samples older than 5 minutes Prometheus says nothing; write ${longestInterval} or less`,
        ]),
  ];
};
