import type { Expr } from '#promql/expr/ast.js';
import { Refused } from '#derive/engine/refused.js';
import { evaluate } from '#derive/engine/evaluate.js';
import type { Sample, Value, World } from '#derive/engine/world.js';

/** A world at a moment, of which expressions are asked. */
export interface Scene {
  readonly world: World;
  readonly seconds: number;
}

/** What an expression reads; nothing where Prometheus refuses to read these very series. */
export const read = (expr: Expr, { world, seconds }: Scene): Value | undefined => {
  try {
    return evaluate(expr, world, seconds);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

/** The series that it reads. */
export const samplesOf = (value: Value | undefined): readonly Sample[] =>
  typeof value === 'object' ? value : [];

/** Whether an alert of this expression is active: a number that is read says nothing. */
export const isActive = (expr: Expr, scene: Scene): boolean => samplesOf(read(expr, scene)).length > 0;
