import { type Fault, distinctReasons } from '#ground/fault.js';
import { isLabelName } from '#promql/metric/spelling.js';
import { experimentalFaults } from '#promql/expr/needs.js';
import { neverHeld } from '#promql/expr/never-held.js';
import { print } from '#promql/expr/print.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import { labelFaults } from '#promql/vector/raw-fault.js';
import { ruleFaults, ruleHints } from '#alerts/rule/fault/rule.js';
import { dashboardFaults } from '#alerts/rule/fault/lengths.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

const isWindow = ({ what }: Fault): boolean => what.startsWith('$__') || isDashboardWindow(what);

/** What Prometheus would not load: with it the whole file. */
export const unloadable = ({ expr, labels }: RuleFacts): readonly Fault[] => [
  ...dashboardFaults(expr).filter(isWindow),
  ...Object.keys(labels)
    .filter((label) => !isLabelName(label) || label === '__name__')
    .map((label) => ({
      where: `labels.${label}`,
      what: label,
      code: 'bad-label-name' as const,
      why: `'${label}' is not a label name`,
      cure: 'use letters, digits and _',
    })),
];

/** Where what is one's own would be refused, and what any alert is told of: an alert that was written elsewhere is only told it. */
export const importedHints = (rule: RuleFacts, told: readonly string[]): readonly Fault[] => {
  const doubts = distinctReasons([
    ...labelFaults(rule.expr),
    ...neverHeld(rule.expr),
    ...experimentalFaults(rule.expr),
  ]);
  const faults: readonly Fault[] = [
    ...doubts.map((doubt) => ({ where: 'when', what: print(rule.expr), ...doubt, cure: '' })),
    ...ruleFaults(rule, told).filter((fault) => !isAsWritten(fault)),
    ...ruleHints(rule),
  ];
  return [...new Map(faults.map((fault) => [fault.why, { ...fault, isHint: true as const }])).values()];
};

/** What is so because it is as it was written: a severity among its labels, a name that is none of ours, a text that is no sentence. */
const isAsWritten = ({ code }: Fault): boolean =>
  code === 'reserved-label' || code === 'bad-alert-name' || code === 'nothing-said';
