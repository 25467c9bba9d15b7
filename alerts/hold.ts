import { type Duration, duration, inSeconds } from '../ground/duration.js';

/** How long a fault may last and be over before an alert of this `for` fires. */
export const justUnder = (hold: Duration): Duration => duration(Math.max(inSeconds(hold) - 30, 0));
