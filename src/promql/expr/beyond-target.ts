import { type Aggregation, type Binary, type Call, type Expr, children, selectors } from './ast.js';
import { isScalar } from './scalar.js';

/** The label by which one target is told from another: where targets are dealt by their address, all series of one are together. */
const target = 'instance';

const reads = (expr: Expr): boolean => selectors(expr).length > 0;

const choosing = ['topk', 'bottomk', 'limitk', 'limit_ratio'];

const keepsTarget = ({ operator, grouping }: Aggregation): boolean => {
  const isNamed = grouping?.labels.includes(target) ?? false;
  return choosing.includes(operator) || grouping?.type !== 'without' ? isNamed : !isNamed;
};

/** What tells something of series that are not there, or of how many there are. */
const tellsOfNone = ({ function: name, args }: Call): boolean =>
  ['absent', 'absent_over_time', 'scalar'].includes(name) && args.some(reads);

const findsAnotherTarget = ({ operator, left, right, matching }: Binary): boolean => {
  if (isScalar(left) || isScalar(right)) return false;
  // Where nothing stands on one side but what is written there, it stands on every shard.
  if (!reads(left) || !reads(right)) return operator === 'or' || operator === 'unless';
  const isNamed = matching?.labels.includes(target) ?? false;
  return matching?.type === 'on' ? !isNamed : isNamed;
};

const isBeyond = (expr: Expr): boolean => {
  switch (expr.type) {
    case 'selector':
      return expr.metric.name.startsWith('ALERTS');
    case 'aggregation':
      return reads(expr) && !keepsTarget(expr);
    case 'call':
      return tellsOfNone(expr);
    case 'binary':
      return findsAnotherTarget(expr);
    default:
      return false;
  }
};

/**
 * The part of an expression that needs more than the series of one target, where there is one: it sums up over targets, finds one side of an
 * operator by the other, or tells that something is not there. Where a Prometheus has a part of the targets alone it tells something else then.
 */
export const beyondTarget = (expr: Expr): Expr | undefined => {
  if (isBeyond(expr)) return expr;
  const inside = expr.type === 'selector' && expr.metric.recorded ? [expr.metric.recorded] : children(expr);
  for (const each of inside) {
    const found = beyondTarget(each);
    if (found) return found;
  }
  return undefined;
};
