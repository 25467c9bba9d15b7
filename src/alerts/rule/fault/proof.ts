import type { Fault } from '#ground/fault.js';
import { selectors as selectorsOf } from '#promql/expr/ast.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import type { Scenario, Timing } from '#alerts/scenario/scenario.js';
import type { RuleFacts, Scenarios } from '#alerts/rule/rule.js';
import { lengthFaults } from './lengths.js';

/** What keeps scenarios from proving anything. */
export const proofFaults = (rule: RuleFacts, { fires, quiet }: Scenarios): readonly Fault[] => {
  const all: readonly (Scenario & Timing)[] = [...fires, ...quiet];
  const lacking = (scenarios: readonly Scenario[], what: string): readonly Fault[] =>
    scenarios.length > 0
      ? []
      : [
          {
            where: 'proof',
            what: '',
            code: 'no-scenario',
            why: `its proof has no scenario in which it ${what}`,
            cure: 'give one',
          },
        ];
  return [
    ...all.flatMap(({ after, lasts, settles, within, notBefore }) =>
      lengthFaults({ after, lasts, settles, within, notBefore }),
    ),
    ...unrelatedSeries(rule, all),
    ...lacking(fires, 'fires'),
    // What always fires has nothing to be quiet by.
    ...(fires.length > 0 && fires.every(({ always }) => always) ? [] : lacking(quiet, 'stays quiet')),
  ];
};

/** A series that no selector of the alert reads proves nothing; of a histogram all parts come together. */
const unrelatedSeries = ({ expr, imported }: RuleFacts, scenarios: readonly Scenario[]): readonly Fault[] => {
  const familyOf = ({ family, name }: MetricInfo): string => family ?? name;
  // What others record may be given as it is recorded: nobody need know of what.
  const selectors = [...scrapedSelectors(expr), ...(imported ? selectorsOf(expr) : [])];
  const read = new Set(selectors.flatMap(({ metric }) => [metric.name, familyOf(metric)]));
  // What names no metric may read any.
  if (read.has('')) return [];
  return scenarios.flatMap(({ when, series }) =>
    series
      .filter(({ metric }) => !read.has(familyOf(metric)))
      .map(({ metric }) => ({
        where: 'proof',
        what: metric.name,
        code: 'proof-of-other-series',
        why: `its proof '${when}' has a series of ${metric.name}, which the expression does not read`,
        cure: 'leave it out',
      })),
  );
};
