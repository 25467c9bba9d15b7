import type { RuleSeverity } from '#alerts/rule/facts.js';
import type { Language } from '#ground/language.js';
import type { Clock } from './clock.js';

/** Who reads a message: in which language, and with which clock on the wall. */
export interface Reader {
  readonly language: Language;
  readonly clock: Clock;
  /**
   * Whether they can follow a link to Alertmanager: it can be reached under the address that it has for its own. Where they cannot,
   * as on a host without an address, no message holds such a link. They can unless told otherwise.
   */
  readonly reachable?: boolean;
  /** External labels that a title tells, where an application runs in several clusters: `environment`, `cluster`. */
  readonly tells?: readonly string[];
  /** Which severity of ours each is like that alerts bring along which were written elsewhere. */
  readonly severities?: Readonly<Record<string, RuleSeverity>>;
}
