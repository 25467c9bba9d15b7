import type { ProvenAlert } from '#proof/prove-estate.js';
import { timeText } from '#proof/words/time.js';
import { type Report, type Run, failuresOf, titleOf } from '#proof/command/report.js';

/** How words are set off: on a terminal by colour, elsewhere not. */
export interface Style {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly strong: (text: string) => string;
}

const heading = ['application', 'alert', 'scenarios', 'verdict', 'time to detect'] as const;

const row = ({ alert, context, verdicts: [own], refused, detected }: ProvenAlert): readonly string[] => [
  context.application,
  alert.name,
  String(own.scenarios.length),
  refused.length === 0 ? 'holds' : 'DOES NOT HOLD',
  detected === undefined ? '-' : timeText(detected),
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
  return failed === 0
    ? style.good(
        `${counted(alerts.length, 'alert')} in ${counted(scenarios, 'scenario')}: every proof holds (${told}).`,
      )
    : style.bad(`${failed} of ${counted(alerts.length, 'alert')}: the proof does not hold (${told}).`);
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
