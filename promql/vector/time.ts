import { call } from '../expr/ast.js';
import { Vector } from './vector.js';

const clock =
  (name: string) =>
  (moment?: Vector<never, 'timestamp'>): Vector<never, 'count'> =>
    new Vector(moment ? call(name, moment.expr) : call(name), [], 'count');

/** Hour of the day in UTC, 0 to 23; of now, or of a moment. */
export const hour = clock('hour');
/** Minute of the hour, 0 to 59. */
export const minute = clock('minute');
/** Day of the week in UTC, 0 (Sunday) to 6. */
export const dayOfWeek = clock('day_of_week');
/** Day of the month in UTC, 1 to 31. */
export const dayOfMonth = clock('day_of_month');
/** Month in UTC, 1 to 12. */
export const month = clock('month');

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
