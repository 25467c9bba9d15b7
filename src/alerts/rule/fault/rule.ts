import type { Fault } from '#ground/fault.js';
import type { RuleFacts } from '#alerts/rule/rule.js';
import { conditionFaults } from './condition.js';
import { labelFaults, labelNameFaults, ownLabelFaults } from './labels.js';
import { dashboardFaults } from './lengths.js';
import { forgottenHints } from './forgotten.js';
import { infiniteHints } from './infinite.js';
import { neededHints } from './needed.js';
import { neverDoneHints, percentageHints } from './scale.js';
import { panelFaults } from './panel-only.js';
import { nameFaults, saidFaults } from './said.js';
import { carriedShape } from './shape.js';

/**
 * Everything that keeps an alert from firing when it must or from being quiet when it must, as far as its expression tells.
 *
 * @param told the labels of its signal.
 */
export const ruleFaults = (rule: RuleFacts, told: readonly string[]): readonly Fault[] => [
  ...dashboardFaults(rule.expr),
  ...panelFaults(rule.expr),
  ...conditionFaults(rule),
  ...labelFaults(rule, told),
  ...saidFaults(rule),
];

/** What may be meant of an alert, and is only told. */
export const ruleHints = (rule: RuleFacts): readonly Fault[] => [
  ...infiniteHints(rule),
  ...forgottenHints(rule),
  ...neverDoneHints(rule),
  ...percentageHints(rule),
  ...neededHints(rule),
];

/** The same of a rule that was copied since, as far as the law of copies does not tell: its name, its labels, and who it is. */
export const madeRuleFaults = (rule: RuleFacts): readonly Fault[] => [
  ...carriedShape('', rule),
  ...(rule.imported ? labelNameFaults(rule) : [...nameFaults(rule), ...ownLabelFaults(rule)]),
];
