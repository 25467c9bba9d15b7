import { type Duration, durationFault } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { type Expr, walk } from '#promql/expr/ast.js';
import { unfolded } from '#promql/expr/recorded.js';
import { isDashboardWindow } from '#promql/unit/window.js';

/** Lengths of time that the type lets through and Prometheus does not. */
export const lengthFaults = (lengths: Readonly<Record<string, Duration | undefined>>): readonly Fault[] =>
  Object.entries(lengths).flatMap(([where, length]) => {
    const why = length === undefined ? undefined : durationFault(length);
    return why === undefined ? [] : [{ where, what: length ?? '', code: 'bad-duration', why, cure: '' }];
  });

/** What only Grafana fills in. */
export const dashboardFaults = (expr: Expr): readonly Fault[] =>
  unfolded(expr)
    .flatMap((part) => [...walk(part)])
    .flatMap((each): readonly Fault[] => {
      if (each.type === 'range' || each.type === 'subquery') {
        return [each.window, ...(each.type === 'subquery' && each.step ? [each.step] : [])]
          .filter(isDashboardWindow)
          .map((window) => ({
            where: 'when',
            what: window,
            code: 'only-in-panels',
            why: `[${window}] is a window that only dashboards have`,
            cure: "give a fixed one such as '5m'",
          }));
      }
      if (each.type !== 'selector') return [];
      return each.matchers
        .filter(({ value }) => value.startsWith('$'))
        .map(({ label, operator, value }) => ({
          where: 'when',
          what: value,
          code: 'only-in-panels',
          why: `${label}${operator}"${value}" is a variable that only dashboards have`,
          cure: 'give a fixed value',
        }));
    });
