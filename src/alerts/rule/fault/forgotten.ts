import { inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { countsOfEvents } from '#promql/expr/events.js';
import { print } from '#promql/expr/print.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import type { RuleFacts } from '#alerts/rule/rule.js';

/**
 * An event is forgotten after its window: a single one that does not outlast `for` tells nobody, only events that keep coming do.
 * That may be meant, and so is only told.
 */
export const forgottenHints = ({
  condition: { signal, operator },
  for: pending,
}: Pick<RuleFacts, 'condition' | 'for'>): readonly Fault[] =>
  operator === undefined || operator.startsWith('>') || operator === '!='
    ? [...new Set(countsOfEvents(signal).map(({ window }) => window))]
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
