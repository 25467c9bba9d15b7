import { type RuleSeverity, severities } from '#alerts/rule/facts.js';

const ours: readonly RuleSeverity[] = [...severities, 'none'];

/** The severity of ours that a label is, where it is one. */
export const ourSeverity = (label: string | undefined): RuleSeverity | undefined =>
  ours.find((each) => each === label);
