import type { Complaint } from '#proof/promtool/complaint.js';
import type { Staged } from '#proof/staged.js';
import type { Timeline } from '#proof/timeline.js';
import { type Judgement, type Outcome, holds } from '#proof/verdict.js';
import type { Fired } from '#proof/witness.js';
import { alertDifferences, labelList } from './difference.js';
import { seriesText } from './series.js';
import { momentText, timeText } from './time.js';

/** Why a proof does not hold, as a person reads it: a text for each scenario that came out otherwise. */
export const refusals = ({ outcomes, others }: Judgement): readonly string[] => {
  const failed = outcomes.filter((outcome) => !holds(outcome));
  const general = new Set([
    ...others.flatMap((complaint) => (complaint.about === 'error' ? [errorText(complaint.text)] : [])),
    ...loadErrors(failed),
  ]);
  if (general.size > 0 && failed.every(({ played }) => !played)) return [...general];
  return [...general, ...failed.map(outcomeText)];
};

/** What is said of every scenario alike: the rule itself is refused. */
const loadErrors = (failed: readonly Outcome[]): readonly string[] =>
  failed.every(({ played }) => !played)
    ? failed.flatMap(({ complaints }) =>
        complaints.flatMap((complaint) => (complaint.about === 'error' ? [errorText(complaint.text)] : [])),
      )
    : [];

/** An error without the place in a file that nobody has; of what is said of each scenario alike, once. */
const errorText = (text: string): string => {
  const lines = text
    .replace(/^\S+\.json: (\d+:\d+: )?/gm, '')
    .replace(/^\s*rule: \S+, time: (\S+), err: /gm, 'at $1 ')
    .split('\n');
  return `Prometheus refuses it: ${[...new Set(lines)].join('\n')}`;
};

const outcomeText = (outcome: Outcome): string => {
  const { scenario, complaints, fired, played } = outcome;
  const { scenario: told, time } = scenario;
  const said = [...new Set(complaints.flatMap((complaint) => complaintText(complaint, scenario)))];
  return [
    `${scenario.kind === 'fires' ? 'fires' : 'stays quiet'} when ${told.when}:`,
    ...said.map((line) => `  ${line}`),
    ...(played ? firedText(fired, scenario).map((line) => `  ${line}`) : ['  It was not played to its end.']),
    `  Evaluated every ${timeText(time.interval)}; the fault begins after ${timeText(time.begins)} and lasts ${timeText(time.ends - time.begins)}:`,
    ...seriesText(told.series).map((line) => `    ${line}`),
  ].join('\n');
};

const firedText = (fired: readonly Fired[], { time: { begins, interval } }: Staged): readonly string[] =>
  fired.length === 0
    ? ['It never fires.']
    : fired.map(
        ({ labels, first, last }) =>
          `It fires from ${momentText(first, begins)} to ${timeText(last + interval - begins)} after (${labelList(labels)}).`,
      );

const complaintText = (complaint: Complaint, scenario: Staged): readonly string[] => {
  const { begins, ends, settled } = scenario.time;
  if (complaint.about === 'error') return [errorText(complaint.text)];
  if (complaint.about === 'samples') return samplesText(complaint, scenario.time);
  const { time, expected, got } = complaint;
  if (scenario.kind === 'quiet') return [];
  if (expected.length > 0) {
    return got.length === 0
      ? [`It must fire ${momentText(time, begins)} at the latest, and does not.`]
      : [
          `It fires otherwise than it must, ${momentText(time, begins)}:`,
          ...alertDifferences(expected, got).map((line) => `  ${line}`),
        ];
  }
  if (time >= settled)
    return [`It must be quiet ${timeText(settled - ends)} after all is well again, and still fires.`];
  return time < begins
    ? ['It must be quiet before the fault begins, and fires.']
    : [`It must not fire before ${momentText(begins + scenario.notBefore, begins)}, and does.`];
};

const samplesText = (
  { expr, time, expected, got }: Complaint & { readonly about: 'samples' },
  { ends }: Timeline,
): readonly string[] => {
  const [wanted = 0, counted = 0] = [expected[0]?.value, got[0]?.value];
  if (expr.includes('alertstate="pending"'))
    return [`It must be pending at ${wanted} evaluations, its \`for\`, and is at ${counted}.`];
  if (expr.startsWith('sum(')) return [`It must fire at ${wanted} evaluations, and does at ${counted}.`];
  if (expr.startsWith('count('))
    return [
      `It must go on firing until ${timeText(time - ends)} after all is well again (${wanted}), and does not (${counted}).`,
    ];
  return [];
};
