import type { Mutant } from './mutant.js';
import { type Tried, type Verdict, isEquivalent, scoreOf, survivorsOf } from './verdict.js';

/** What a score must reach, as shares. */
export interface Thresholds {
  readonly estate: number;
  readonly alert: number;
}

/** A change as a person reads it: `sum → max in sum(rate(http_requests_total{…}[5m]))`. */
export const changeText = ({ before, after, within, record }: Mutant): string =>
  `${before} → ${after}${within === undefined ? '' : ` in ${within}`}${record === undefined ? '' : ` of ${record}`}`;

const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;

/** One line of an alert: its score, and how it comes about. */
export const scoreText = (verdict: Verdict): string => {
  const { noticed, counted, equivalent, share } = scoreOf([verdict]);
  const { alert, context } = verdict.subject;
  const aside = equivalent === 0 ? '' : `, ${equivalent} equivalent`;
  return `${percent(share).padStart(6)}  ${context.application} ${alert.name}  ${noticed} of ${counted} noticed${aside}`;
};

/** The scores of alerts, what survived under each, and the score of all together. */
export const verdictsText = (
  verdicts: readonly Verdict[],
  thresholds: Thresholds,
  equivalents: boolean,
): string => {
  const { noticed, counted, equivalent, share } = scoreOf(verdicts);
  const short = verdicts.filter((verdict) => scoreOf([verdict]).share < thresholds.alert);
  return [
    ...verdicts.flatMap((verdict) => [scoreText(verdict), ...details(verdict, equivalents)]),
    '',
    `${percent(share).padStart(6)}  all ${verdicts.length} alerts  ${noticed} of ${counted} noticed, ${equivalent} equivalent`,
    ...(share < thresholds.estate
      ? [
          `All together are under ${percent(thresholds.estate)}: give the proofs scenarios that tell the changes above.`,
        ]
      : []),
    ...(short.length > 0
      ? [`Under ${percent(thresholds.alert)}: ${short.map(({ subject }) => subject.alert.name).join(', ')}`]
      : []),
  ].join('\n');
};

const details = (verdict: Verdict, equivalents: boolean): readonly string[] => [
  ...together(survivorsOf(verdict), (each) => changeText(each)),
  ...(equivalents
    ? together(
        verdict.mutants.filter(isEquivalent),
        (each) => `${changeText(each)}: equivalent, ${each.equivalent ?? ''}`,
      )
    : []),
];

/** Each text once, with how many places of the rule it is about. */
const together = (mutants: readonly Tried[], text: (mutant: Tried) => string): readonly string[] => {
  const texts = mutants.map(text);
  return [...new Set(texts)].map((each) => {
    const times = texts.filter((other) => other === each).length;
    return `          ${each}${times > 1 ? ` (in ${times} places)` : ''}`;
  });
};

/** Whether the scores reach what they must. */
export const isEnough = (verdicts: readonly Verdict[], { estate, alert }: Thresholds): boolean =>
  scoreOf(verdicts).share >= estate && verdicts.every((verdict) => scoreOf([verdict]).share >= alert);
