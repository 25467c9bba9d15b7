import type { App } from 'cdk8s/lib/app.js';
import type { Application as Description } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { evaluationOf } from '#cluster/evaluation.js';
import { scraperOf } from '#cluster/scraper.js';
import { Application } from '#constructs/application.js';
import { settled } from '#cost/settled.js';
import { parts } from '#delivery/parts.js';
import { writtenAs } from '#delivery/written-as.js';
import type { OwnLaw } from '#laws/law.js';
import { nothingSecretIn } from '#laws/secret-file.js';
import { asHeld } from '#laws/laws.js';
import type { Law, MakeChart } from '#synth/synthesize.js';
import { heldTo } from './held.js';
import { keptChart } from './kept-chart.js';
import type { MadePlace } from './made.js';
import type { SoundCluster } from './sound.js';

/**
 * What is made of a cluster: a folder for each of its applications, and those of what it is given beside them.
 *
 * @param clusters those of the estate, which a part may be made of as well.
 * @param elsewhere the applications of other clusters, whose rules and panels may ask for what is stored here.
 */
export const madeOfCluster = (
  { cluster, faults }: SoundCluster,
  held: readonly OwnLaw[],
  clusters: readonly Cluster[] = [cluster],
  elsewhere: () => readonly Description[] = () => [],
): MadePlace => {
  const { name: place, platform, deliversPlatform } = cluster;
  const applications = settled(cluster.applications, elsewhere);
  const sound = { ...cluster, applications };
  const make = (app: App, each: Description): Application =>
    new Application(app, each, {
      evaluation: evaluationOf(cluster),
      as: writtenAs(cluster),
      scraper: scraperOf(cluster),
      ...(deliversPlatform && { platform }),
    });
  const chartOf = (each: Description): MakeChart => {
    const kept = keptChart(each, place, make);
    return { place, make: (app) => make(app, each), ...(kept && { kept }) };
  };
  const beside = parts.map(({ chart }, i): MakeChart => ({
    place,
    stage: i + 1,
    make: (app, before) =>
      chart?.(app, sound, {
        clusters,
        objects: ({ name }) => before.filter((each) => each.place === name),
      }),
  }));
  const texts = parts.flatMap(({ folder, files }) =>
    Object.entries(files?.(sound) ?? {}).map(([path, text]) => ({
      by: `${place}/${folder}`,
      path: `${place}/${path}`,
      text,
    })),
  );
  const files = new Map(texts.map(({ path, text }) => [path, text]));
  return {
    name: place,
    applications,
    charts: [...applications.map(chartOf), ...beside],
    files,
    written: texts,
    faults,
    secret: () => nothingSecretIn(files),
    laws: held.map(
      (law, i): Law =>
        (objects) =>
          heldTo(asHeld(law), `${i}`, { applications, cluster: sound }, objects),
    ),
  };
};
