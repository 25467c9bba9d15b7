import type { Style } from '#proof/command/format/table.js';
import type { RulesReport, RulesRun } from '#proof/rules/report.js';
import type { Compared } from '#rules/against/compared.js';
import type { WrittenRule } from '#rules/rule.js';
import { counted, wrapped } from './lines.js';

const names = (rules: readonly WrittenRule[]): string =>
  [...new Set(rules.map(({ name }) => name))].join(', ');

const isComplete = ({ isThere, missing, labelsWithout }: Compared): boolean =>
  isThere && missing.length === 0 && labelsWithout.length === 0;

/** The alerts at which it is told already that they find nothing of it. */
const toldAt = (why: string, runs: readonly RulesRun[]): readonly string[] => {
  const told = runs
    .flatMap(({ alerts }) => alerts)
    .filter(({ findings }) =>
      findings.some((finding) => finding.kind === 'no producer' && finding.why.includes(why)),
    );
  return told.map(({ alert }) => alert.name);
};

const metricText = (
  { metric, missing, labelsWithout }: Compared,
  runs: readonly RulesRun[],
): readonly string[] => {
  const alerts = [...new Set(missing.flatMap(({ why }) => toldAt(why, runs)))];
  return [
    ...wrapped(`${metric}${alerts.length === 0 ? '' : `: see ${alerts.join(', ')}`}`, '  ', 100, '    '),
    ...missing
      .filter(({ why }) => toldAt(why, runs).length === 0)
      .flatMap(({ why, cure, askedBy }) =>
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
};

/** Which of what rules read is there, where somebody said where to look. */
export const againstText = ({ against, runs }: RulesReport, style: Style): readonly string[] => {
  if (against === undefined) return [];
  const lacking = against.compared.filter((each) => !isComplete(each));
  return [
    style.strong(`What the rules read, in ${against.sources.join(', ')}`),
    ...lacking.flatMap((each) => metricText(each, runs)),
    `  ${against.compared.length - lacking.length} of ${counted(against.compared.length, 'metric')} with all that is asked of them.`,
    '',
  ];
};
