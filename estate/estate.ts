import type { App } from 'cdk8s/lib/app.js';
import type { Application as Description } from '../application/application.js';
import { Application } from '../constructs/application.js';
import { laws } from '../laws/laws.js';
import { type Law, type MakeChart } from '../synth/synthesize.js';

/** What synthesis needs of an estate: a chart for each application, and the laws that hold over all of them. */
export const parts = (
  applications: readonly Description[],
): { readonly charts: readonly MakeChart[]; readonly laws: readonly Law[] } => ({
  charts: applications.map((description) => (app: App) => new Application(app, description)),
  laws: laws.map((law) => (objects) => law({ applications, objects })),
});
