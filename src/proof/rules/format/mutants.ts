import type { Style } from '#proof/command/format/table.js';
import type { MutatedAlert } from '#proof/rules/mutate/mutate.js';
import type { RuleMutant } from '#proof/rules/mutate/mutants.js';
import type { RulesRun } from '#proof/rules/report.js';
import { wrapped } from './lines.js';

/** A change as a person reads it: `sum → max in sum(rate(http_requests_total{…}[5m]))`. */
export const changeText = ({ before, after, within, record }: RuleMutant): string =>
  `${before} → ${after}${within === undefined ? '' : ` in ${within}`}${record === undefined ? '' : ` of ${record}`}`;

/** How many of an alert's mutants something noticed. */
export interface Score {
  readonly noticed: number;
  readonly counted: number;
  readonly survivors: readonly RuleMutant[];
}

/** What an alert's derived proof, or the user's own tests of it, make of its mutants; nothing where there are none. */
export const scoreOf = (
  { mutants, byDerived, byOwn }: MutatedAlert,
  by: 'derived' | 'own',
): Score | undefined => {
  const found = by === 'derived' ? byDerived : byOwn;
  if (found === undefined) return undefined;
  const counted = by === 'derived' ? mutants : mutants.filter(({ record }) => record === undefined);
  const survivors = counted.filter(({ name }) => !found.has(name));
  return { noticed: counted.length - survivors.length, counted: counted.length, survivors };
};

const survivorsText = (alert: MutatedAlert, by: 'derived' | 'own', title: string): readonly string[] => {
  const score = scoreOf(alert, by);
  if (score === undefined || score.survivors.length === 0) return [];
  const texts = [...new Set(score.survivors.map(changeText))];
  return [
    `    ${score.noticed} of ${score.counted} changes noticed by ${title}; not these:`,
    ...texts.flatMap((text) => wrapped(text, '      ', 100)),
  ];
};

const totalText = (
  mutants: readonly MutatedAlert[],
  by: 'derived' | 'own',
  title: string,
): readonly string[] => {
  const scores = mutants.flatMap((each) => scoreOf(each, by) ?? []);
  if (scores.length === 0) return [];
  const noticed = scores.reduce((sum, each) => sum + each.noticed, 0);
  const counted = scores.reduce((sum, each) => sum + each.counted, 0);
  const percent = counted === 0 ? 100 : Math.floor((1_000 * noticed) / counted) / 10;
  return [`  ${title} notice ${percent}% of changes: ${noticed} of ${counted}.`];
};

/** Which changes of rules nothing would notice. */
export const mutantsText = ({ mutants }: RulesRun, style: Style): readonly string[] => {
  if (mutants === undefined) return [];
  const survived = mutants.flatMap((each) => {
    const lines = [
      ...(each.untried === undefined ? [] : wrapped(`could not be tried: ${each.untried}`, '    ', 100)),
      ...survivorsText(each, 'derived', 'the derived proof'),
      ...survivorsText(each, 'own', 'your own tests'),
    ];
    return lines.length === 0 ? [] : [`  ${each.judged.alert.name}`, ...lines];
  });
  const equivalent = mutants.reduce((sum, each) => sum + each.equivalent, 0);
  return [
    style.strong('Changes of rules'),
    ...survived,
    ...totalText(mutants, 'derived', 'Derived proofs'),
    ...totalText(mutants, 'own', 'Your own tests'),
    ...(equivalent > 0 ? [`  ${equivalent} more change nothing that can be seen, and are not counted.`] : []),
    '',
  ];
};
