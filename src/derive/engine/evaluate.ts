import type { Expr } from '#promql/expr/ast.js';
import { type Compiled, compile } from './compile.js';
import type { Value, World } from './world.js';

const known = new WeakMap<Expr, Compiled>();

/**
 * What an expression reads at a moment of a world, in seconds since its beginning, by Prometheus's own rules: to search with;
 * promtool has the last word. Who asks often of one expression asks `compile`.
 *
 * @throws Unsupported of a part that is not known here, so that the expression cannot be judged.
 * @throws Refused where Prometheus refuses to read these very series.
 */
export const evaluate = (expr: Expr, world: World, seconds: number): Value => {
  const compiled = known.get(expr) ?? compile(expr);
  known.set(expr, compiled);
  return compiled(world, seconds);
};
