import { keyOf } from '#alerts/rule/rule.js';
import type { ProvenAlert } from '#proof/prove-estate.js';
import { standingOf, standingsOf } from '#proof/standings.js';
import { timeText } from '#proof/words/time.js';
import { type Report, type Run, failuresOf, titleOf } from '#proof/command/report.js';

/** How words are set off: on a terminal by colour, elsewhere not. */
export interface Style {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly strong: (text: string) => string;
}

const heading = ['application', 'alert', 'scenarios', 'verdict', 'time to detect'] as const;

const verdict = (proven: ProvenAlert): string => {
  if (proven.refused.length > 0) return 'DOES NOT HOLD';
  const standing = standingOf(proven);
  if (standing?.is === 'unproven') return `unproven: ${standing.why}`;
  return standing?.is === 'derived' ? 'holds, derived' : 'holds';
};

const row = (proven: ProvenAlert): readonly string[] => [
  proven.context.application,
  keyOf(proven.alert),
  String(proven.verdicts[0].scenarios.length),
  verdict(proven),
  proven.detected === undefined ? '-' : timeText(proven.detected),
];

const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = heading.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  // Numbers end under each other.
  const cell = (text: string, i: number): string =>
    i === 2 ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
  return rows.map((cells) => cells.map(cell).join('  ').trimEnd());
};

const runText = ({ promtool, alerts }: Run, style: Style): readonly string[] => {
  const [title = '', ...lines] = aligned([heading, ...alerts.map(row)]);
  return [
    style.strong(title),
    ...lines.map((line, i) => (alerts[i]?.refused.length === 0 ? line : style.bad(line))),
    '',
    summary(promtool, alerts, style),
  ];
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const summary = (promtool: string, alerts: readonly ProvenAlert[], style: Style): string => {
  const failed = alerts.filter(({ refused }) => refused.length > 0).length;
  const scenarios = alerts.reduce((sum, { verdicts: [own] }) => sum + own.scenarios.length, 0);
  const kept = alerts.filter(({ verdicts }) => verdicts.every((verdict) => verdict.kept)).length;
  const told = `by promtool ${promtool}${kept > 0 ? `, ${kept} unchanged since they were last proven` : ''}`;
  const { derived, unproven } = standingsOf(alerts);
  const standings = [
    ...(derived > 0 ? [`${derived} derived and confirmed by nobody`] : []),
    ...(unproven > 0 ? [`${unproven} unproven`] : []),
  ];
  const besides = standings.length > 0 ? `; ${standings.join(', ')}` : '';
  return failed === 0
    ? style.good(
        `${counted(alerts.length, 'alert')} in ${counted(scenarios, 'scenario')}: every proof holds (${told})${besides}.`,
      )
    : style.bad(
        `${failed} of ${counted(alerts.length, 'alert')}: the proof does not hold (${told})${besides}.`,
      );
};

/** For people: a line for each alert, then what does not hold and why. */
export const tableText = (report: Report, style: Style): string => {
  const several = report.runs.length > 1;
  const failures = failuresOf(report).flatMap(({ promtool, proven, what, why }) => [
    style.bad(`${titleOf(proven)} ${what}${several ? ` (promtool ${promtool})` : ''}`),
    ...(why === '' ? [] : [why]),
    '',
  ]);
  const runs = report.runs.flatMap((run) => [...runText(run, style), '']);
  return [...(failures.length > 0 ? [...runs, ...failures] : runs)].join('\n');
};
