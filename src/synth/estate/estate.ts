import type { App } from 'cdk8s/lib/app.js';
import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import { alertsOf } from '#application/application.js';
import { Application } from '#constructs/application.js';
import { hostFiles } from '#hosts/hosts.js';
import { asRun } from '#application/host/host.js';
import { asHeld, laws, routingLaws } from '#laws/laws.js';
import { everyDescriptionHolds } from '#laws/described.js';
import { noAlertIsLost } from '#laws/lost.js';
import { type Written, everyPathIsWrittenOnce } from '#laws/paths.js';
import { nothingSecretIn } from '#laws/secret-file.js';
import { nothingSecretOn } from '#laws/secret-page.js';
import { pagePath, runbookPages } from '#synth/runbooks/page.js';
import { secretsPage } from '#secrets/page.js';
import { type EstateSpec, estate } from './home.js';
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

/** The paths of texts, by who writes them. */
const written = (
  all: readonly { readonly by: string; readonly texts: readonly (readonly [string, string])[] }[],
): readonly Written[] => all.flatMap(({ by, texts }) => texts.map(([path]) => ({ path, by })));

/** @param lost the alerts that were made, and that nothing of the estate took. */
export const synthesisOf = (spec: EstateSpec, lost: readonly AlertRule[] = []): Synthesis => {
  const { applications: described, hosts: given, laws: further, docs } = estate(spec);
  const { faults, isSound } = everyDescriptionHolds(described, given);
  const hosts = given.filter(({ application }) => isSound(application));
  const applications = described.filter(isSound);
  const hosted = hosts.map((host) => ({
    by: `${host.application.name}/host`,
    texts: Object.entries(hostFiles(host)).map(
      ([path, text]) => [`${folderOf(host)}/${path}`, text] as const,
    ),
  }));
  const files = new Map(hosted.flatMap(({ texts }) => texts));
  const running = asRun(applications, hosts);
  const pages = { [`${docs}/runbooks`]: new Map(running.flatMap((each) => [...runbookPages(each)])) };
  const pagesWritten = running.flatMap((each) =>
    alertsOf(each).map((alert) => ({ path: pagePath(each.name, keyOf(alert)), by: each.name })),
  );
  const alone = { [`${docs}/secrets.md`]: secretsPage(applications) };
  return {
    charts: applications.map((description) => (app: App) => new Application(app, description)),
    files,
    laws: [
      () => faults,
      ...[...laws, ...further].map(
        (law): Law =>
          (objects) =>
            asHeld(law)({
              applications: routingLaws.some((each) => each === law) ? running : applications,
              objects,
            }),
      ),
      () => everyHostIsOneOfTheEstate(described, given),
      () => everyOwnAlertOfAHostHolds(hosts),
      (objects) =>
        everyPathIsWrittenOnce([
          ...objects.map(({ file, application }) => ({ path: file, by: application })),
          ...written(hosted),
        ]),
      () => everyPathIsWrittenOnce(pagesWritten),
      () => noAlertIsLost(lost),
      () => nothingSecretIn(files),
      () => nothingSecretOn(allPages(pages, alone)),
    ],
    pages,
    alone,
  };
};
