import { parted } from '#incoming/alert/condition.js';
import type { Expr } from '#promql/expr/ast.js';
import { toldBy } from './shape.js';
import { toldByPacks } from './told.js';

/** The alert of a pack that tells what an expression tells, at whatever limit: `RedisDown of redisDown`; nothing where none does. */
export const packTelling = (expr: Expr): string | undefined => {
  const { signal, compared } = parted(expr);
  return compared && toldByPacks[toldBy(signal, compared.operator, compared.limit)];
};
