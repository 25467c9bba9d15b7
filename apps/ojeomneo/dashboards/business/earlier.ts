import { type Counter, type Unit, increase, sum } from 'cheomseong';

/** How much of something there was in the hour before each moment. */
export const perHour = <U extends Unit>(counter: Counter<never, U>) => sum(increase(counter, '1h'));

/** The same hour yesterday and a week ago: whether something is unusual is seen by what is usual. */
export const usually = ['1d', '1w'] as const;
