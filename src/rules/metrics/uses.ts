import { type Binary, type Call, type Expr, type Selector, children } from '#promql/expr/ast.js';
import { namedValues } from '#promql/metric/choice.js';

/** How one selector of a metric is read. */
export interface Use {
  readonly metric: string;
  /** The functions around it, from the inside out, as far as they are of its own samples or buckets: `rate`, `histogram_quantile`. */
  readonly through: readonly string[];
  /** The labels that are asked of it: by matchers, by what groups and joins it, by what renames them. */
  readonly labels: readonly string[];
}

/** What an expression inside another is asked for. */
interface Asked {
  readonly labels: readonly string[];
  readonly through: readonly string[];
}

/**
 * How an expression reads its metrics.
 *
 * @param labels Those by which its own result is read: what a text says of it, `{{ $labels.pod }}`.
 */
export const usesIn = (expr: Expr, labels: readonly string[] = []): readonly Use[] =>
  visit(expr, { labels, through: [] });

const visit = (expr: Expr, asked: Asked): readonly Use[] => {
  switch (expr.type) {
    case 'selector':
      return ofSelector(expr, asked);
    case 'call':
      return ofCall(expr, asked);
    case 'aggregation': {
      const { grouping, operator, parameter } = expr;
      const made = operator === 'count_values' && parameter?.type === 'string' ? parameter.value : undefined;
      const kept = grouping?.type === 'by' ? [] : asked.labels.filter((each) => each !== made);
      const isOfSum = operator === 'sum' || operator === 'avg';
      return [
        ...visit(expr.expr, {
          labels: [...kept, ...(grouping?.labels ?? [])],
          through: isOfSum ? asked.through : [],
        }),
        ...(parameter ? visit(parameter, { labels: [], through: [] }) : []),
      ];
    }
    case 'binary':
      return ofBinary(expr, asked);
    default:
      return children(expr).flatMap((each) => visit(each, asked));
  }
};

const ofSelector = ({ metric, matchers }: Selector, { labels, through }: Asked): readonly Use[] => {
  const byName = matchers.find(({ label }) => label === '__name__');
  const named = metric.name === '' ? ((byName && namedValues(byName)) ?? []) : [metric.name];
  const read = [...matchers.map(({ label }) => label), ...labels].filter((label) => label !== '__name__');
  return named.map((name) => ({ metric: name, through, labels: [...new Set(read)] }));
};

const ofCall = ({ function: name, args }: Call, { labels, through }: Asked): readonly Use[] => {
  const text = (arg: Expr | undefined): readonly string[] => (arg?.type === 'string' ? [arg.value] : []);
  const inside = (asked: readonly string[], outer: readonly string[]): readonly Use[] =>
    args.flatMap((each) => visit(each, { labels: asked.filter((label) => label !== ''), through: outer }));
  if (name === 'label_replace' || name === 'label_join') {
    const [made] = text(args[1]);
    const from = args.slice(3, name === 'label_join' ? undefined : 4).flatMap(text);
    return inside([...labels.filter((label) => label !== made), ...from], through);
  }
  // What is asked of `absent` are the labels of its matchers.
  return inside(name.startsWith('absent') ? [] : labels, [name, ...through]);
};

const ofBinary = ({ left, right, matching, operator }: Binary, asked: Asked): readonly Use[] => {
  const { labels, group } = matching ?? { labels: [] };
  const many = group?.side === 'right' ? right : left;
  const include = group?.include ?? [];
  return [left, right].flatMap((side) => {
    const isOne = group !== undefined && side !== many;
    const kept = isOne || (operator !== 'or' && side === right && !group) ? [] : asked.labels;
    const brought = isOne ? include : [];
    return visit(side, {
      labels: [...labels, ...brought, ...kept.filter((label) => !include.includes(label))],
      through: [],
    });
  });
};
