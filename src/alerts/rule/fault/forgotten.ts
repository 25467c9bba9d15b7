import { inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { type Expr, children } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

/** Functions that tell of single events, which are forgotten after their window. */
const eventful = ['increase', 'changes', 'resets', 'delta', 'idelta'];

/** The windows over which an expression counts events. A quotient of two counts is a share, which stays while both go on. */
const windowsOfEvents = (expr: Expr): readonly Window[] => {
  if (expr.type === 'binary' && expr.operator === '/' && expr.right.type !== 'number') return [];
  const [range] = expr.type === 'call' && eventful.includes(expr.function) ? expr.args : [];
  return [...(range?.type === 'range' ? [range.window] : []), ...children(expr).flatMap(windowsOfEvents)];
};

/**
 * An event is forgotten after its window: a single one that does not outlast `for` tells nobody, only events that keep coming do.
 * That may be meant, and so is only told.
 */
export const forgottenHints = ({
  condition: { signal, operator },
  for: pending,
}: Pick<RuleFacts, 'condition' | 'for'>): readonly Fault[] =>
  operator === undefined || operator.startsWith('>') || operator === '!='
    ? [...new Set(windowsOfEvents(signal))]
        .filter((window) => !isDashboardWindow(window) && inSeconds(window) <= inSeconds(pending))
        .map((window) => ({
          where: 'for',
          what: print(signal),
          code: 'increase-forgotten',
          why: `a single increase leaves the window [${window}] before 'for: ${pending}' is over, so only events that keep coming are told`,
          cure: 'make the window longer than for, unless a single event is nothing to tell',
          isHint: true,
        }))
    : [];
