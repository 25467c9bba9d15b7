import { type RuleSeverity, severities } from '#alerts/rule/facts.js';

const ours: readonly RuleSeverity[] = [...severities, 'none'];

/** The severity of ours that a label is, where it is one; what has none must reach somebody, and need not wake anybody. */
export const ourSeverity = (label: string | undefined): RuleSeverity | undefined =>
  label === undefined ? 'warning' : ours.find((each) => each === label);
