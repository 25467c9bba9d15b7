import type { Fault } from '#ground/fault.js';

/** What differs of one metric: a fault whose place is said by whoever looks at all of them. */
export type Difference = Omit<Fault, 'where'>;
