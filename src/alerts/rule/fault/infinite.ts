import type { Fault } from '#ground/fault.js';
import { isDeclaredZero } from '#promql/expr/declared-zero.js';
import { treacherousQuotients } from '#promql/expr/divisor.js';
import { print } from '#promql/expr/print.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

type Whole = Pick<RuleFacts, 'expr' | 'condition'>;

const infinity = ({ condition: { operator } }: Whole): string =>
  operator?.startsWith('<') ? '-Inf' : '+Inf';

/**
 * A division by what is 0 at times, whose infinite quotient crosses the limit. The condition is looked at with all that must hold beside
 * it: what keeps its divisors from 0 may stand anywhere.
 */
export const infiniteFaults = (rule: Whole): readonly Fault[] =>
  treacherousQuotients(rule.expr)
    .filter(isDeclaredZero)
    .map(({ right }) => ({
      where: 'when',
      what: print(rule.condition.signal),
      code: 'division-by-zero',
      why: `a division by 0 makes ${infinity(rule)}, which fires`,
      cure: `keep only divisors over 0, with positive(…) around ${print(right)}`,
    }));

/** The same of what nobody has declared to be 0 at times, nor never. */
export const infiniteHints = (rule: Whole): readonly Fault[] =>
  treacherousQuotients(rule.expr)
    .filter((each) => !isDeclaredZero(each))
    .map(({ right }) => ({
      where: 'when',
      what: print(rule.condition.signal),
      code: 'division-by-zero',
      why: `where its divisor is 0 and what it divides is not, a division makes ${infinity(rule)}, which fires`,
      cure: `if that can be, keep only divisors over 0, with positive(…) around ${print(right)}; if not, declare the range of its metric`,
      isHint: true,
    }));
