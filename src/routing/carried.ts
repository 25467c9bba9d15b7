import { type LabelMatcher, matcher } from '#promql/metric/match.js';
import { accepts } from './matcher.js';
import { canHoldTogether } from './together.js';

/** An alert as far as it is known before it fires. */
export interface AlertLabels {
  /** Labels whose value is known; a label that is named nowhere is one the alert does not have. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels whose value is only known when it fires, such as `pod`. */
  readonly open?: readonly string[];
  /** Of these, the values between which the expression chooses: `job` of `up{job=~"api|web"}`. */
  readonly among?: Readonly<Record<string, readonly string[]>>;
}

const isOpen = ({ open = [] }: AlertLabels, label: string): boolean => open.includes(label);

/** Whether an alert can carry a label: one that is empty is none. */
export const mayCarry = (alert: AlertLabels, label: string): boolean =>
  isOpen(alert, label) || (alert.labels[label] ?? '') !== '';

/** The values that a label of an alert can have, none where it lacks it; `undefined` where nobody knows. */
export const valuesOf = ({ labels, open = [], among = {} }: AlertLabels, label: string) => {
  if (open.includes(label)) return among[label];
  const value = labels[label] ?? '';
  return value === '' ? [] : [value];
};

const byLabel = (matchers: readonly LabelMatcher[]): readonly (readonly LabelMatcher[])[] =>
  [...new Set(matchers.map(({ label }) => label))].map((label) =>
    matchers.filter((each) => each.label === label),
  );

const mayBe = (alert: AlertLabels, label: string, matchers: readonly LabelMatcher[]): boolean => {
  if (!isOpen(alert, label)) return matchers.every((each) => accepts(each, alert.labels[label] ?? ''));
  // What is open may turn out to be empty.
  if (matchers.every((each) => accepts(each, ''))) return true;
  const known = alert.among?.[label];
  return canHoldTogether(known ? [...matchers, matcher(label, known)] : matchers);
};

/**
 * Whether some alert of this kind can satisfy all matchers. It is sure of a "no"; two patterns that are more than a choice of
 * words are taken to have a text in common.
 */
export const maySatisfy = (matchers: readonly LabelMatcher[], alert: AlertLabels): boolean =>
  byLabel(matchers).every((each) => mayBe(alert, each[0]?.label ?? '', each));

/** Whether every alert of this kind satisfies a matcher. */
export const surelySatisfies = (each: LabelMatcher, alert: AlertLabels): boolean =>
  isOpen(alert, each.label)
    ? (alert.among?.[each.label] ?? ['']).every((value) => value !== '' && accepts(each, value))
    : accepts(each, alert.labels[each.label] ?? '');
