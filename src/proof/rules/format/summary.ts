import type { Style } from '#proof/command/format/table.js';
import { type RulesReport, type RulesRun, findingsOf, isWrong } from '#proof/rules/report.js';
import type { Verdict } from '#proof/rules/verdict.js';
import { counted, wrapped } from './lines.js';

/** What a derived proof is: it stands under every table. */
export const whatItProves =
  'A derived proof proves that an alert fires as its text says, not that the text says what its author meant: judge by the values.';

const kinds: readonly Verdict['kind'][] = [
  ...([
    'proven',
    'always fires',
    'cannot fire',
    'cannot mature',
    'refused',
    'empty by design',
    'not found',
    'not judged',
  ] as const),
];

const runSummary = (
  { promtool, alerts }: RulesRun,
  since: string | undefined,
  style: Style,
): readonly string[] => {
  const parts = kinds.flatMap((kind) => {
    const count = alerts.filter(({ verdict }) => verdict.kind === kind).length;
    if (count === 0) return [];
    return [`${count} ${kind === 'always fires' && count > 1 ? 'always fire' : kind}`];
  });
  const found = alerts.flatMap((judged) =>
    findingsOf(judged).filter(({ kind }) => kind !== judged.verdict.kind),
  );
  const wrong = found.filter(isWrong).length;
  const guesses = found.filter(({ certainty }) => certainty === 'guess').length;
  const told = [
    ...(wrong > 0 ? [`${wrong} more to mend`] : []),
    ...(guesses > 0 ? [counted(guesses, 'guess').replace(/guesss$/, 'guesses')] : []),
  ];
  const what =
    alerts.length === 0
      ? 'No alerts'
      : `${counted(alerts.length, 'alert')}: ${[...parts, ...told].join(', ')}`;
  const line = `${what}${since === undefined ? '' : `, of those that have changed since ${since}`} (by promtool ${promtool}).`;
  const isWell = !alerts.some((judged) => findingsOf(judged).some(isWrong));
  return wrapped(line, '', 100).map(isWell ? style.good : style.bad);
};

/** How many alerts came out how, and what that means. */
export const summaryOf = ({ runs, since }: RulesReport, style: Style): readonly string[] => [
  ...runs.flatMap((run) => runSummary(run, since, style)),
  ...(runs.some(({ alerts }) => alerts.length > 0) ? wrapped(whatItProves, '', 100) : []),
];
