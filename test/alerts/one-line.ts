import { print } from '#promql/expr/print.js';
import type { AnyVector } from '#promql/vector/vector.js';

/** An expression on one line: where lines break is not what these tests are about. */
export const oneLine = ({ expr }: Pick<AnyVector, 'expr'>): string =>
  print(expr)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/\( | \)/g, (bracket) => bracket.trim());
