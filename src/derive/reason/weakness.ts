import type { Blame } from './blame.js';

/**
 * What is wrong with an alert that may fire at some moments: that it never does for long enough, at some of its scrapes, that it never ends, or
 * ends too soon.
 */
export interface Weakness extends Blame {
  /**
   * `cannot fire`: it hangs on when within its interval a target is scraped. `cannot mature`: what it asks for does not last as long as its
   * `for`. `cannot clear`: once it fires it does so until a restart. `goes silent`: it ends where it is worst.
   */
  readonly kind: 'cannot fire' | 'cannot mature' | 'cannot clear' | 'goes silent';
  /** `fact`: it follows from the text. `guess`: it holds where names and kinds mean what they usually do, or of a single event. */
  readonly certainty: 'fact' | 'guess';
  /** What to write instead, as a sentence without its end. */
  readonly cure: string;
}
