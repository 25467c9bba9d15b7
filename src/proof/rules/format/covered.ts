import type { Style } from '#proof/command/format/table.js';
import { coverageOf } from '#proof/rules/coverage.js';
import type { RulesReport, RulesRun } from '#proof/rules/report.js';
import type { Judged } from '#proof/rules/verdict.js';
import { indented } from '#ground/indented.js';
import { counted, wrapped } from './lines.js';

const names = (alerts: readonly Judged[]): string => alerts.map(({ alert }) => alert.name).join(', ');

const listed = (text: string, alerts: readonly Judged[]): readonly string[] =>
  alerts.length === 0 ? [] : wrapped(names(alerts), `  ${text}: `, 100);

/** What came of the tests that somebody wrote, and of which alerts they say nothing. */
export const ownTestsText = ({ alerts, tests }: RulesRun, style: Style): readonly string[] => {
  if (tests.length === 0) return [];
  const failing = tests.filter(({ holds }) => !holds);
  const files = counted(tests.length, 'file');
  const covered = alerts.filter((judged) => judged.covered === 'fires').length;
  return [
    style.strong('Your own tests'),
    ...failing.flatMap(({ tests: { file }, said }) => [
      style.bad(`  ${file} fails:`),
      ...indented(said, '    '),
    ]),
    failing.length === 0
      ? `  ${files}: all hold.`
      : style.bad(`  ${failing.length} of ${files} ${failing.length === 1 ? 'fails' : 'fail'}.`),
    ...(alerts.length === 0 ? [] : [`  ${covered} of ${counted(alerts.length, 'alert')} must fire in them.`]),
    ...listed(
      'only quiet in them',
      alerts.filter((judged) => judged.covered === 'quiet'),
    ),
    ...listed(
      'not in them',
      alerts.filter((judged) => judged.covered === 'none'),
    ),
    '',
  ];
};

/** A share, not rounded up to what it does not reach. */
const percentText = (percent: number): string => `${Math.floor(percent * 10) / 10}%`;

/** How far alerts are covered, by what, and which are not. */
export const coverageText = (
  { alerts }: RulesRun,
  { coverage }: RulesReport,
  style: Style,
): readonly string[] => {
  if (coverage === undefined) return [];
  const { derived, own, none, aside, percent } = coverageOf(alerts);
  const { threshold } = coverage;
  const all = derived.length + own.length + none.length;
  const line = `  ${percentText(percent)} of ${counted(all, 'alert')}: ${derived.length} by derived proofs, ${own.length} more by your own tests, ${none.length} by nothing.`;
  const isShort = threshold !== undefined && percent < threshold;
  return [
    style.strong('Coverage'),
    isShort ? style.bad(line) : line,
    ...listed('by nothing', none),
    ...listed('empty by design, and not counted', aside),
    ...(isShort ? [style.bad(`  That is below ${threshold}%.`)] : []),
    '',
  ];
};
