import type { Fault } from '#ground/fault.js';
import { type Duration, durationFault, inSeconds } from '#ground/duration.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Language, nameOf } from '#ground/language.js';
import type { Limit } from '#promql/unit/limit.js';
import { step } from './records.js';

/** Of an older sample Prometheus says nothing; its flag `--query.lookback-delta` is 5 minutes. */
const longestInterval: Duration = '4m';

/** Why rules cannot be called after an objective. */
export const nameFaults = (name: string, application: string): readonly Fault[] => [
  ...(/^[A-Z][A-Za-z0-9]*$/.test(name)
    ? []
    : [
        {
          where: '',
          what: name,
          code: 'bad-alert-name' as const,
          why: `'${name}' is no name for its alerts`,
          cure: 'write it in CamelCase, like ApiAvailability',
        },
      ]),
  ...(/^[a-z][a-z0-9-]*$/.test(application)
    ? []
    : [
        {
          where: '',
          what: application,
          code: 'bad-application-name' as const,
          why: `application '${application}' is no name of an application`,
          cure: 'write lower-case letters, digits and -',
        },
      ]),
];

/** Why an objective is told in no language. */
export const wordFaults = (title: readonly Language[], sli: readonly Language[]): readonly Fault[] => {
  if (title.some((language) => sli.includes(language))) return [];
  const inWords = (languages: readonly Language[]): string =>
    languages.map((language) => nameOf[language]).join(' and ') || 'no language';
  return [
    {
      where: 'title',
      what: '',
      code: 'not-said-in-language',
      why: `its title is said in ${inWords(title)}, and what its indicator counts in ${inWords(sli)}`,
      cure: 'say both in the language of the application',
    },
  ];
};

/** Why nothing can be reckoned from the numbers of an objective. */
export const numberFaults = (
  objective: Limit<'ratio'>,
  window: Duration,
  leastFailures: Limit<'count'>,
  interval: Duration,
): readonly Fault[] => {
  const lengths = [window, interval].flatMap((length) => {
    const why = durationFault(length);
    return why === undefined
      ? []
      : [{ where: '', what: length, code: 'bad-duration' as const, why, cure: '' }];
  });
  if (lengths.length > 0) return lengths;
  return [
    ...(objective.value > 0 && objective.value < 1
      ? []
      : [
          {
            where: '',
            what: humanize(objective),
            code: 'bad-objective' as const,
            why: `an objective of ${humanize(objective)} leaves ${objective.value >= 1 ? 'no error budget' : 'nothing to keep'}`,
            cure: 'write a share between, like percent(99.9)',
          },
        ]),
    ...(objective.value > 0 && objective.value < 0.01
      ? [
          {
            where: '',
            what: humanize(objective),
            code: 'bad-objective' as const,
            why: `an objective of ${humanize(objective)} lets nearly everything fail`,
            cure: 'percent takes hundredths: write percent(99.9) for 99.9%',
          },
        ]
      : []),
    ...(inSeconds(window) % inSeconds(step) === 0
      ? []
      : [
          {
            where: '',
            what: window,
            code: 'uneven-steps' as const,
            why: `a window of ${window} is not made of steps of ${step}`,
            cure: "write e.g. '30d'",
          },
        ]),
    ...(Number.isInteger(leastFailures.value) && leastFailures.value >= 2
      ? []
      : [
          {
            where: '',
            what: humanize(leastFailures),
            code: 'single-failure-fires' as const,
            why: `leastFailures of ${humanize(leastFailures)}: a single failure would fire`,
            cure: 'write a whole number from 2',
          },
        ]),
    ...(inSeconds(interval) > 0 && inSeconds(interval) <= inSeconds(longestInterval)
      ? []
      : [
          {
            where: '',
            what: interval,
            code: 'interval-too-long' as const,
            why: `an interval of ${interval}: of samples older than 5 minutes Prometheus says nothing`,
            cure: `write ${longestInterval} or less`,
          },
        ]),
  ];
};
