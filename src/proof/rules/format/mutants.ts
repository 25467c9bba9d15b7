import type { Style } from '#proof/command/format/table.js';
import type { MutatedAlert } from '#proof/rules/mutate/mutate.js';
import type { RuleMutant } from '#proof/rules/mutate/mutants.js';
import type { RulesRun } from '#proof/rules/report.js';
import { padded, widthOf, wrapped } from './lines.js';

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

/** What tries an alert's mutants: its derived proof, and each file of tests. */
interface Trial {
  readonly by: string;
  /** Nothing where it cannot be tried. */
  readonly score?: Score;
}

const trialsOf = (alert: MutatedAlert): readonly Trial[] => {
  const derived = scoreOf(alert, 'derived');
  return [
    ...(derived ? [{ by: 'its derived proof', score: derived }] : []),
    ...[...alert.byFile].map(([by, found]): Trial => {
      const score = found && scoreOf({ ...alert, byOwn: found }, 'own');
      return { by, ...(score && { score }) };
    }),
  ];
};

/** `9 of 9 noticed by its derived proof, 7 of 9 by team_test.yml`. */
const scoresText = (alert: MutatedAlert, trials: readonly Trial[]): string => {
  if (alert.mutants.length === 0) return 'nothing that can be changed in it is seen';
  const scores = trials.flatMap(({ by, score }) => (score ? [{ by, score }] : []));
  if (scores.length === 0)
    return trials.length > 0 || alert.untried !== undefined
      ? 'no change was tried'
      : 'no change was tried: no proof was derived, and none of your own tests is of it';
  return scores
    .map(
      ({ by, score: { noticed, counted } }, i) =>
        `${noticed} of ${counted}${i === 0 ? ' noticed' : ''} by ${by}`,
    )
    .join(', ');
};

const survivorsText = ({ by, score }: Trial): readonly string[] => {
  if (score === undefined)
    return wrapped(
      `${by} could not be tried: it does not hold of a copy of the alert under another name`,
      '    ',
      100,
    );
  const texts = [...new Set(score.survivors.map(changeText))];
  if (texts.length === 0) return [];
  return [`    not noticed by ${by}:`, ...texts.flatMap((text) => wrapped(text, '      ', 100))];
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
  const columns = Math.max(0, ...mutants.map(({ judged }) => widthOf(judged.alert.name)));
  const told = mutants.flatMap((each) => {
    const trials = trialsOf(each);
    return [
      ...wrapped(
        scoresText(each, trials),
        `  ${padded(each.judged.alert.name, columns)}  `,
        100,
        ' '.repeat(columns + 4),
      ),
      ...(each.untried === undefined
        ? []
        : wrapped(`its derived proof could not be tried: ${each.untried}`, '    ', 100)),
      ...trials.flatMap(survivorsText),
    ];
  });
  const equivalent = mutants.reduce((sum, each) => sum + each.equivalent, 0);
  return [
    style.strong('Changes of rules'),
    ...told,
    ...totalText(mutants, 'derived', 'Derived proofs'),
    ...totalText(mutants, 'own', 'Your own tests'),
    ...(equivalent > 0 ? [`  ${equivalent} more change nothing that can be seen, and are not counted.`] : []),
    '',
  ];
};
