import { type Term, nothing } from './term.js';

/** Which labels the series of an expression carry, as terms. */
export interface View {
  readonly at: (label: string) => Term;
  /** Labels that are not nothing, as far as the expression speaks of them. */
  readonly labels: readonly string[];
}

export const bare: View = { at: () => nothing, labels: [] };

/** Only these labels are kept. */
export const keeping = (view: View, labels: readonly string[]): View => ({
  at: (label) => (labels.includes(label) ? view.at(label) : nothing),
  labels,
});

/** These labels are gone. */
export const dropping = (view: View, labels: readonly string[]): View => ({
  at: (label) => (labels.includes(label) ? nothing : view.at(label)),
  labels: view.labels.filter((label) => !labels.includes(label)),
});

/** One label is another. */
export const setting = (view: View, label: string, to: Term): View => ({
  at: (asked) => (asked === label ? to : view.at(asked)),
  labels: [...new Set([...view.labels, label])],
});
