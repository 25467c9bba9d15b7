import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { type Expr, call, number } from './ast.js';
import { withChildren } from './child.js';
import { type Offset, offsetSeconds } from './when.js';

const added = (offset: Offset | undefined, ago: Duration): Offset => {
  if (offset === undefined) return ago;
  const seconds = offsetSeconds(offset) + inSeconds(ago);
  return seconds < 0 ? `-${duration(-seconds)}` : duration(seconds);
};

/** The moment that was present then. */
const moment = (ago: Duration): Expr => ({
  type: 'binary',
  operator: '-',
  left: call('time'),
  right: number(inSeconds(ago)),
});

/** Functions of a moment that take the present one where none is given. */
const ofNow = ['minute', 'hour', 'day_of_week', 'day_of_month', 'days_in_month', 'month', 'year'];

/**
 * What an expression was so long ago, as PromQL can say it: all that it reads is read that much earlier, and what it takes for now is the moment
 * that was now then.
 */
export const earlier = (expr: Expr, ago: Duration): Expr => {
  if (expr.type === 'selector' || expr.type === 'subquery')
    return { ...expr, offset: added(expr.offset, ago) };
  if (expr.type === 'call' && expr.function === 'time') return moment(ago);
  if (expr.type === 'call' && expr.args.length === 0 && ofNow.includes(expr.function))
    return call(expr.function, call('vector', moment(ago)));
  return withChildren(expr, (child) => earlier(child, ago));
};
