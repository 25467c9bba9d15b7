import type { App } from 'cdk8s/lib/app.js';
import type { Application as Description } from '../application/application.js';
import { Application } from '../constructs/application.js';
import { laws } from '../laws/laws.js';
import { runbookPages } from '../runbooks/page.js';
import type { Pages } from '../synth/synth.js';
import type { Law, MakeChart } from '../synth/synthesize.js';

/** What synthesis needs of an estate. */
interface Parts {
  /** A chart for each application. */
  readonly charts: readonly MakeChart[];
  /** What must hold over all of them. */
  readonly laws: readonly Law[];
  /** The runbooks to which the alerts link. */
  readonly pages: Pages;
}

export const parts = (applications: readonly Description[]): Parts => ({
  charts: applications.map((description) => (app: App) => new Application(app, description)),
  laws: laws.map((law) => (objects) => law({ applications, objects })),
  pages: { 'docs/runbooks': new Map(applications.flatMap((each) => [...runbookPages(each)])) },
});
