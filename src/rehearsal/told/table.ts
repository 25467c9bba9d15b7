import type { Drilled, Step } from '#rehearsal/drill/result.js';
import { lengthText } from './times.js';

const words: Readonly<Record<Step['what'], string>> = {
  fault: 'fault',
  condition: 'condition',
  pending: 'pending',
  firing: 'firing',
  grouped: 'grouped',
  sent: 'inbox',
  mended: 'mended',
  resolved: 'resolved',
  silenced: 'silenced',
  inhibited: 'inhibited',
  muted: 'muted',
  wrong: 'WRONG',
};

/** What a step is called in a table. */
export const stepWord = ({ what }: Pick<Step, 'what'>): string => words[what];

/** How a drill ended, as a sentence. */
export const endText = ({ outcome, seconds, pace, heard }: Drilled): string => {
  if (outcome !== 'told' || seconds === null)
    return outcome === 'nobody told' ? 'nobody was told' : `${outcome}: nobody was told`;
  const life = pace === 1 ? '' : `, which in life are ${lengthText(seconds * pace)}`;
  const resolved = heard.find(({ isResolved }) => isResolved);
  return `in the inbox ${lengthText(seconds)} after its condition began${life}; ${resolved ? `told as resolved after ${lengthText(resolved.since)}` : 'not told as resolved'}`;
};

const rows = ({ steps, pace }: Drilled): readonly string[] =>
  steps.map((step) => {
    const life = pace === 1 ? '' : `  ${lengthText(step.since * pace).padStart(9)}`;
    return `  ${step.since.toFixed(1).padStart(7)} s${life}  ${stepWord(step).padEnd(9)}  ${step.text}`;
  });

/** Drills for people: what happened of each, by seconds since its condition began, and what is wrong. */
export const tableText = (drilled: readonly Drilled[]): string =>
  drilled
    .map((each) =>
      [
        `${each.faults.length === 0 ? 'ok  ' : 'FAIL'} ${each.application}/${each.alert} (${each.severity}): ${each.words}`,
        `     ${each.place}, ${each.pace === 1 ? 'as in life' : `${each.pace} times as fast as in life`}, Prometheus ${each.releases.prometheus}, Alertmanager ${each.releases.alertmanager}${each.isRecorded ? ' with its own record' : ''}`,
        ...rows(each),
        `     ${endText(each)}`,
        ...each.faults.map((fault) => `     ✗ ${fault}`),
        '',
      ].join('\n'),
    )
    .join('\n');
