import { duration, inSeconds } from '../../../ground/duration.js';
import { isDashboardWindow } from '../../../promql/unit/window.js';
import { type Mutator, none } from './edit.js';

const factors = [0.5, 2];

/** A window half and twice as long. */
export const window: Mutator = ({ expr }) => {
  if (expr.type !== 'range' && expr.type !== 'subquery') return [];
  if (isDashboardWindow(expr.window)) return [];
  const seconds = inSeconds(expr.window);
  return factors.map((factor) => {
    const other = duration(seconds * factor);
    return {
      kind: 'window',
      before: `[${expr.window}]`,
      after: `[${other}]`,
      by: { ...expr, window: other },
    };
  });
};

/** Series as they are now instead of a while ago. */
export const offset: Mutator = ({ expr }) => {
  if (expr.type !== 'selector' || expr.offset === undefined) return [];
  const { offset: before, ...now } = expr;
  return [{ kind: 'offset', before: `offset ${before}`, after: none, by: now }];
};
