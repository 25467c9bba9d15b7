import type { App } from 'cdk8s/lib/app.js';
import type { Cluster } from '#cluster/cluster.js';
import { evaluationOf } from '#cluster/evaluation.js';
import { scraperOf } from '#cluster/scraper.js';
import { Application } from '#constructs/application.js';
import { parts } from '#delivery/parts.js';
import { writtenAs } from '#delivery/written-as.js';
import type { Fault } from '#ground/fault.js';
import { everyDescriptionHolds } from '#laws/described.js';
import type { OwnLaw } from '#laws/law.js';
import { asHeld } from '#laws/laws.js';
import type { Law, MakeChart } from '#synth/synthesize.js';
import type { MadePlace } from './made.js';

/** Applications whose folder is that of something else which the cluster is given. */
const reservedFaults = ({ applications }: Cluster): readonly Fault[] =>
  applications
    .filter(({ name }) => parts.some(({ folder }) => folder === name))
    .map(({ name }) => ({
      where: name,
      what: name,
      code: 'reserved-folder',
      why: `${name}/ is a folder of what a cluster is given beside its applications`,
      cure: 'give the application another name',
    }));

/** What is made of a cluster: a folder for each of its applications, and those of what it is given beside them. */
export const madeOfCluster = (cluster: Cluster, held: readonly OwnLaw[]): MadePlace => {
  const { name: place, platform, deliversPlatform } = cluster;
  const { faults, isSound } = everyDescriptionHolds(cluster.applications);
  const applications = cluster.applications.filter(isSound);
  const sound = { ...cluster, applications };
  const beside = parts.map(({ chart }): MakeChart => ({ place, make: (app) => chart?.(app, sound) }));
  const texts = parts.flatMap(({ folder, files }) =>
    Object.entries(files?.(sound) ?? {}).map(([path, text]) => ({
      by: `${place}/${folder}`,
      path: `${place}/${path}`,
      text,
    })),
  );
  return {
    name: place,
    applications,
    charts: [
      ...applications.map((each) => ({
        place,
        make: (app: App) =>
          new Application(app, each, {
            evaluation: evaluationOf(cluster),
            as: writtenAs(cluster),
            scraper: scraperOf(cluster),
            ...(deliversPlatform && { platform }),
          }),
      })),
      ...beside,
    ],
    files: new Map(texts.map(({ path, text }) => [path, text])),
    written: texts,
    faults: [...faults, ...reservedFaults(cluster)],
    laws: held.map(
      (law): Law =>
        (objects) =>
          asHeld(law)({ applications, objects, cluster: sound }),
    ),
  };
};
