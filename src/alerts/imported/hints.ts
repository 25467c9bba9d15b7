import { type Fault, distinctReasons } from '#ground/fault.js';
import { experimentalFaults } from '#promql/expr/needs.js';
import { offeredLabels } from '#promql/expr/labels.js';
import { neverHeld } from '#promql/expr/never-held.js';
import { print } from '#promql/expr/print.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import { labelFaults } from '#promql/vector/raw-fault.js';
import { ruleFaults, ruleHints } from '#alerts/rule/fault/rule.js';
import { isFixed, labelNameFaults } from '#alerts/rule/fault/labels.js';
import { dashboardFaults } from '#alerts/rule/fault/lengths.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

const isWindow = ({ what }: Fault): boolean => what.startsWith('$__') || isDashboardWindow(what);

/** What Prometheus would not load: with it the whole file. */
export const unloadable = ({ expr, labels }: RuleFacts): readonly Fault[] => [
  ...dashboardFaults(expr).filter(isWindow),
  ...labelNameFaults({ labels }),
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
  code === 'reserved-label' ||
  code === 'bad-alert-name' ||
  code === 'nothing-said' ||
  // Which labels its rule overwrites, its group decides: see `overwrittenHints`.
  code === 'overwritten-label';

/**
 * Labels of its series that an alert's rule overwrites, in the group that it is in: those that it says itself, and those of its application.
 * Often that is meant; of two alerts that differ by one of them alone Prometheus tells neither.
 */
export const overwrittenHints = (rule: RuleFacts): readonly Fault[] => {
  const written = [...Object.keys(rule.labels), ...Object.keys(rule.shared ?? {}), ...(rule.imported ?? [])];
  const lost = [...offeredLabels(rule.expr)].filter(
    (label) => written.includes(label) && !isFixed(rule.expr, label),
  );
  return lost.map((label) => ({
    where: 'labels',
    what: print(rule.condition.signal),
    code: 'overwritten-label',
    why: `its series have a label ${label}, which its rule overwrites: of two alerts that differ by it alone Prometheus tells neither`,
    cure: rule.imported?.some((added) => added === label)
      ? `leave ${label} out of what the group adds: group(…, { adds: […] })`
      : 'give the label of the rule another name',
    isHint: true,
  }));
};
