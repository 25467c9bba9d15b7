import type { Application } from '#application/application.js';
import type { Scrape } from '#application/scrape.js';
import type { Asked } from '#rehearsal/life/asked.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';

/** An application in its place, as far as its alarms are rehearsed: what the real servers read, and what must come of it. */
export interface Rehearsed {
  /** Its name, and that of the place: `production/observer`. */
  readonly called: string;
  /** With what runs there alone. */
  readonly application: Application;
  /** Whether pods of their own are told apart, as in a cluster. */
  readonly splits: boolean;
  readonly askedOf: (scrape: Scrape) => readonly Asked[];
  /** prometheus.yml, and the files of rules by their paths below it. */
  readonly prometheus: string;
  readonly rules: Readonly<Record<string, string>>;
  readonly alertmanager: string;
  /** What the whole Alertmanager goes by, of which `alertmanager` is the text. */
  readonly configuration: Configuration;
  /** What it would go by if the application had it for itself: whom its alerts are meant for. */
  readonly meant: Configuration;
}
