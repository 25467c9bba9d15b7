import { type Counter, type Unit, increase, sum } from 'cheomseong';

/** How much of something there was in the hour before each moment. */
export const perHour = <U extends Unit>(counter: Counter<never, U>) => sum(increase(counter, '1h'));

/** What is of another day, for comparison: whether something is unusual is seen by what is usual. */
export const compared = { dashed: true, color: 'grey' } as const;
