import type { Place } from '#rules/rule.js';

/** Something that came in and is not written, and why. */
export interface LeftOut {
  readonly what: string;
  readonly place: Place;
  readonly why: string;
}

/** Something that is written otherwise than it came in, and why. */
export interface Changed {
  readonly what: string;
  readonly place: Place;
  readonly why: string;
}
