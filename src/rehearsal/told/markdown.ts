import type { Drilled } from '#rehearsal/drill/result.js';
import { endText, stepWord } from './table.js';
import { lengthText } from './times.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Drills as Markdown, for a pull request or a page of drills. */
export const markdownText = (drilled: readonly Drilled[]): string =>
  drilled
    .map((each) =>
      [
        `## ${each.faults.length === 0 ? '✅' : '❌'} ${each.application}/${each.alert}`,
        '',
        `\`${each.severity}\` · ${each.place} · ${each.words}`,
        '',
        `${endText(each)}.`,
        '',
        ...(each.faults.length > 0 ? [...each.faults.map((fault) => `- **${fault}**`), ''] : []),
        '| here | in life | | |',
        '| ---: | ---: | --- | --- |',
        ...each.steps.map(
          (step) =>
            `| ${step.since.toFixed(1)} s | ${lengthText(step.since * each.pace)} | ${stepWord(step)} | ${cell(step.text)} |`,
        ),
        '',
      ].join('\n'),
    )
    .join('\n');
