import { type Expr, call, number } from '#promql/expr/ast.js';
import { type AnyVector, Vector, typedVector } from './vector.js';

/** Of the moments that are the vector's values, or of the moment of the evaluation. */
type Clock = <L extends string = never>(moment?: Vector<L, 'timestamp'>) => Vector<L, 'count'>;

const clock =
  (name: string): Clock =>
  <L extends string>(moment?: AnyVector): Vector<L, 'count'> =>
    typedVector({
      expr: moment ? call(name, moment.expr) : call(name),
      labels: moment?.labels ?? [],
      unit: 'count',
    });

/** Minute of the hour, 0 to 59. */
export const minute: Clock = clock('minute');
/** Hour of the day in UTC, 0 to 23. */
export const hour: Clock = clock('hour');
/** Day of the week in UTC, 0 (Sunday) to 6. */
export const dayOfWeek: Clock = clock('day_of_week');
/** Day of the month in UTC, 1 to 31. */
export const dayOfMonth: Clock = clock('day_of_month');
/** Days that the month has in UTC, 28 to 31. */
export const daysInMonth: Clock = clock('days_in_month');
/** Month in UTC, 1 to 12. */
export const month: Clock = clock('month');
/** Year in UTC. */
export const year: Clock = clock('year');

/** The moment of the evaluation, in seconds since 1970, as a single series without labels. */
export const now = (): Vector<never, 'timestamp'> =>
  new Vector(call('vector', call('time')), [], 'timestamp');

/** How long ago moments were: `time() - moment`. */
export const since = <L extends string>(moment: Vector<L, 'timestamp'>): Vector<L, 'seconds'> =>
  new Vector(
    { type: 'binary', operator: '-', left: call('time'), right: moment.expr },
    moment.labels,
    'seconds',
  );

const secondsOfDay = 86_400;

/** How many whole days moments are ahead: `floor((moment - time()) / 86400)`. Of one that is past they are negative. */
export const daysUntil = <L extends string>(moment: Vector<L, 'timestamp'>): Vector<L, 'count'> => {
  const ahead: Expr = { type: 'binary', operator: '-', left: moment.expr, right: call('time') };
  const days: Expr = { type: 'binary', operator: '/', left: ahead, right: number(secondsOfDay) };
  return new Vector(call('floor', days), moment.labels, 'count');
};
