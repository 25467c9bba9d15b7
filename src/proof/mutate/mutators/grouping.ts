import { type Aggregation, type Expr, selectors } from '#promql/expr/ast.js';
import { labelsOf } from '#promql/expr/labels.js';
import { type Mutator, none } from './edit.js';

/** Labels by which series are told apart: each forgotten, all forgotten, one more kept. */
export const grouping: Mutator = ({ expr }) => {
  if (expr.type !== 'aggregation' || expr.grouping?.type === 'without') return [];
  const labels = expr.grouping?.labels ?? [];
  const fewer = labels.map((label) => labels.filter((other) => other !== label));
  const kept = [
    ...fewer,
    ...(labels.length > 1 ? [[]] : []),
    ...(expr.operator === 'group' ? [] : oneMore(expr.expr, labels).map((label) => [...labels, label])),
  ];
  return kept.map((each) => ({
    kind: 'grouping',
    before: text(labels),
    after: text(each),
    by: by(expr, each),
  }));
};

const text = (labels: readonly string[]): string => (labels.length > 0 ? `by (${labels.join(', ')})` : none);

const by = ({ grouping: _, ...rest }: Aggregation, labels: readonly string[]): Aggregation =>
  labels.length > 0 ? { ...rest, grouping: { type: 'by', labels } } : rest;

/** What tells series of one metric apart first of all: who reports it, and what it is about. */
const telling = ['instance', 'pod', 'endpoint'];

/** One label that the series have, that is not kept and not fixed. */
const oneMore = (expr: Expr, kept: readonly string[]): readonly string[] => {
  const [first] = selectors(expr);
  if (!first || first.metric.recorded) return [];
  const present = labelsOf(expr);
  const fixed = first.matchers.filter(({ operator }) => operator === '=').map(({ label }) => label);
  const free = [...telling, ...first.metric.ownLabels].filter(
    (label) =>
      first.metric.labels.includes(label) &&
      (present === 'scraped' || present.has(label)) &&
      !kept.includes(label) &&
      !fixed.includes(label),
  );
  return free.slice(0, 1);
};
