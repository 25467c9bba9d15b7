import type { Style } from '#proof/command/format/table.js';
import type { RulesReport } from '#proof/rules/report.js';
import type { Compared } from '#rules/against/compared.js';
import type { WrittenRule } from '#rules/rule.js';
import { counted, wrapped } from './lines.js';

const names = (rules: readonly WrittenRule[]): string =>
  [...new Set(rules.map(({ name }) => name))].join(', ');

const isComplete = ({ isThere, missing, labelsWithout }: Compared): boolean =>
  isThere && missing.length === 0 && labelsWithout.length === 0;

const metricText = ({ metric, missing, labelsWithout }: Compared): readonly string[] => [
  `  ${metric}`,
  ...missing.flatMap(({ why, cure, askedBy }) =>
    wrapped(`${why}${cure === '' ? '' : `; ${cure}`} (read by ${names(askedBy)})`, '    ', 100),
  ),
  ...(labelsWithout.length > 0
    ? wrapped(
        `none of its series has ${labelsWithout.join(', ')}, by which rules group or join it`,
        '    ',
        100,
      )
    : []),
];

/** Which of what rules read is there, where somebody said where to look. */
export const againstText = ({ against }: RulesReport, style: Style): readonly string[] => {
  if (against === undefined) return [];
  const lacking = against.compared.filter((each) => !isComplete(each));
  return [
    style.strong(`What the rules read, in ${against.sources.join(', ')}`),
    ...lacking.flatMap(metricText),
    `  ${against.compared.length - lacking.length} of ${counted(against.compared.length, 'metric')} with all that is asked of them.`,
    '',
  ];
};
