import type { App } from 'cdk8s/lib/app.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application as Description } from '#application/application.js';
import { Application } from '#constructs/application.js';
import { hostFiles } from '#hosts/hosts.js';
import { type Host, asRun } from '#application/host/host.js';
import { laws, routingLaws } from '#laws/laws.js';
import { noAlertIsLost } from '#laws/lost.js';
import { nothingSecretIn } from '#laws/secret-file.js';
import { nothingSecretOn } from '#laws/secret-page.js';
import { runbookPages } from '#synth/runbooks/page.js';
import { secretsPage, secretsPath } from '#synth/secrets/page.js';
import type { Pages } from '#synth/synth.js';
import type { Law, MakeChart } from '#synth/synthesize.js';
import { everyHostIsOneOfTheEstate, everyOwnAlertOfAHostHolds, folderOf } from './hosts.js';

/** What synthesis needs of an estate. */
interface Synthesis {
  /** A chart for each application. */
  readonly charts: readonly MakeChart[];
  /** What hosts are given beside the manifests: texts by path below the same folder. */
  readonly files: ReadonlyMap<string, string>;
  /** What must hold over all of them. */
  readonly laws: readonly Law[];
  /** The runbooks to which the alerts link. */
  readonly pages: Pages;
  /** The page of the Secrets to be made, by its path. */
  readonly alone: Readonly<Record<string, string>>;
}

/** Every page by its whole path. */
const allPages = (pages: Pages, alone: Synthesis['alone']): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(pages).flatMap(([folder, texts]) =>
      [...texts].map(([path, text]) => [`${folder}/${path}`, text] as const),
    ),
    ...Object.entries(alone),
  ]);

/** @param lost the alerts that were made, and that nothing of the estate took. */
export const synthesisOf = (
  applications: readonly Description[],
  hosts: readonly Host[] = [],
  lost: readonly AlertRule[] = [],
): Synthesis => {
  const files = new Map(
    hosts.flatMap((host) =>
      Object.entries(hostFiles(host)).map(([path, text]) => [`${folderOf(host)}/${path}`, text] as const),
    ),
  );
  const running = asRun(applications, hosts);
  const pages = {
    'docs/runbooks': new Map(running.flatMap((each) => [...runbookPages(each)])),
  };
  const alone = { [secretsPath]: secretsPage(applications) };
  return {
    charts: applications.map((description) => (app: App) => new Application(app, description)),
    files,
    laws: [
      ...laws.map(
        (law): Law =>
          (objects) =>
            law({ applications: routingLaws.includes(law) ? running : applications, objects }),
      ),
      () => everyHostIsOneOfTheEstate(applications, hosts),
      () => everyOwnAlertOfAHostHolds(hosts),
      () => noAlertIsLost(lost),
      () => nothingSecretIn(files),
      () => nothingSecretOn(allPages(pages, alone)),
    ],
    pages,
    alone,
  };
};
