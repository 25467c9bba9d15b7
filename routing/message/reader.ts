import type { Language } from '../../ground/language.js';
import type { Clock } from './clock.js';

/** Who reads a message: in which language, and with which clock on the wall. */
export interface Reader {
  readonly language: Language;
  readonly clock: Clock;
}
