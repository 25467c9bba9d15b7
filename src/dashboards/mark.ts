import { type Fault, below } from '#ground/fault.js';
import { keyed } from '#ground/keyed.js';
import type { Language, Spoken } from '#ground/language.js';
import type { Expr } from '#promql/expr/ast.js';
import type { Vector } from '#promql/vector/vector.js';
import { type Said, descriptionFaults, spokenOf } from './description.js';
import type { SeriesColor } from './query.js';

/** Something that happens at moments, marked on all panels of a dashboard: a deployment, a restart. */
export interface Mark {
  /** What happens; also what turns the marks on and off. */
  readonly name: Spoken;
  /** Has a series while it happens, whose value is over 0. */
  readonly expr: Expr;
  /** To what it happens, in Grafana's format of legends. */
  readonly text: string;
  readonly color: SeriesColor;
}

/** What a mark is made of. */
export interface MarkSpec<L extends string> {
  /** Has a series with a value over 0 while it happens: that was so within a step is `metric.offset('$__interval')`. */
  readonly signal: Vector<L>;
  /** To what it happens, by the signal's labels: all of them, unless given. */
  readonly text?: (labels: Readonly<Record<L, string>>) => string;
  readonly color: SeriesColor;
}

/** What is marked on all panels whenever it happens: `mark('Deployment', { signal, color: 'blue' })`. */
export const mark = <L extends string>(
  name: Said,
  { signal: { expr, labels }, text, color }: MarkSpec<L>,
): Mark => ({
  name: spokenOf(name),
  expr,
  text: (text ?? ((given) => labels.map((label) => given[label]).join(' ')))(
    keyed(labels, (label) => `{{${label}}}`),
  ),
  color,
});

/** Marks without a name, or without one in the dashboard's language. */
export const markFaults = (marks: readonly Mark[], language: Language): readonly Fault[] =>
  marks.flatMap(({ name }, i) =>
    below(`marks[${i}]`, descriptionFaults(name, language, 'say what happens: { ko: …, en: … }')),
  );
