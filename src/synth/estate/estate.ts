import type { AlertRule } from '#alerts/rule/rule.js';
import type { Cluster } from '#cluster/cluster.js';
import { namespaceOf } from '#cluster/namespace.js';
import type { Fault } from '#ground/fault.js';
import { everyClusterStandsApart } from '#laws/across.js';
import { everyArgoCDDelivers, everyObjectIsDeliveredOnce } from '#laws/argocd.js';
import type { OwnLaw } from '#laws/law.js';
import { laws as always } from '#laws/laws.js';
import { everyBucketHasOneCompactor } from '#laws/engine.js';
import { noAlertIsLost } from '#laws/lost.js';
import { everyNamespaceThatIsSetIsThere } from '#laws/namespaces.js';
import { everyPathIsWrittenOnce } from '#laws/paths.js';
import { everyTenantIsLoadedByOne } from '#laws/remote/tenant.js';
import { nothingSecretOn } from '#laws/secret-page.js';
import { secretsPages } from '#secrets/page.js';
import { instrumentationOf } from '#synth/instrumentation.js';
import type { drillsIn } from '#synth/drills/drill.js';
import { runbooksOf } from '#synth/runbooks/pages.js';
import type { Text } from '#synth/publishing/content.js';
import type { Pages } from '#synth/synth.js';
import type { Law, MakeChart } from '#synth/synthesize.js';
import { type EstateSpec, clustersOf, estate, hostsOf } from './home.js';
import { madeOfCluster } from './cluster.js';
import { madeOfHost } from './host.js';
import type { MadePlace } from './made.js';
import { besideEachOther } from '#cluster/among/clusters.js';
import { everyPlaceIsAFolder, onePerFolder } from './places.js';
import { primeEach } from './primed.js';
import { soundClusters } from './sound.js';
import { toldOnce } from './told.js';

/** What synthesis needs of an estate. */
interface Synthesis {
  /** A chart for each folder of a cluster. */
  readonly charts: readonly MakeChart[];
  /** What places are given beside manifests: texts by path below the same folder. */
  readonly files: ReadonlyMap<string, Text>;
  /** What must hold over all of them. */
  readonly laws: readonly Law[];
  /** The runbooks to which the alerts link, and what is said of each cluster's Secrets. */
  readonly pages: Pages;
  /** What is made of each place. */
  readonly places: readonly MadePlace[];
  /** The clusters as they are beside each other. */
  readonly clusters: readonly Cluster[];
}

/** Faults of what stands below a folder. */
const within = (folder: string, faults: readonly Fault[]): readonly Fault[] =>
  faults.map((fault) => ({ ...fault, where: `${folder}/${fault.where}` }));

/** Asks all that a synthesis asks of the applications of a cluster that is alone. */
const askEverything = (
  alone: Cluster,
  held: readonly OwnLaw[],
  drills: ReturnType<typeof drillsIn>['drills'],
): void => {
  const [one] = soundClusters(besideEachOther([alone]));
  if (one === undefined || one.faults.length > 0) return;
  const made = madeOfCluster(one, held);
  const written = made.charts.flatMap(({ kept }) => kept?.() ?? []);
  for (const { files } of written) files();
  const objects = written.flatMap((each) => each.objects);
  for (const law of made.laws) law(objects);
  runbooksOf([made], drills).secret();
  instrumentationOf([made]).secret();
  secretsPages([one.cluster]);
  one.cluster.applications.forEach(namespaceOf);
};

/**
 * @param lost the alerts that were made, and that nothing of the estate took.
 * @param drills those that are kept, of which runbooks tell, and what is wrong with the file of them.
 */
export const synthesisOf = (
  spec: EstateSpec,
  lost: readonly AlertRule[] = [],
  drills: ReturnType<typeof drillsIn> = { drills: [], faults: [] },
): Synthesis => {
  const whole = estate(spec);
  const { laws: own, docs } = whole;
  const held = [...always, ...own];
  const apart = { places: onePerFolder(whole.places) };
  const [only, ...others] = apart.places;
  // beside others an application may be another
  if (only?.of === 'cluster' && others.length === 0)
    primeEach(only, (alone) => {
      askEverything(alone, held, drills.drills);
    });
  const sound = soundClusters(besideEachOther(clustersOf(apart)));
  const clusters = sound.map(({ cluster }) => cluster);
  const made = [
    ...sound.map((each) =>
      madeOfCluster(each, held, clusters, () =>
        clusters.filter((other) => other !== each.cluster).flatMap(({ applications }) => applications),
      ),
    ),
    ...hostsOf(apart).map((each) => madeOfHost(each, held)),
  ];
  const files = new Map(made.flatMap((each) => [...each.files]));
  const runbooks = runbooksOf(made, drills.drills);
  const instrumented = instrumentationOf(made);
  const secrets = secretsPages(clusters);
  const pages = {
    [`${docs}/runbooks`]: runbooks.pages,
    [`${docs}/secrets`]: secrets,
    // Who has none keeps a folder of that name, whatever is in it.
    ...(instrumented.modules.size > 0 && { [whole.instrumentation]: instrumented.modules }),
  };
  const written = made.flatMap((each) => each.written);
  return {
    charts: made.flatMap(({ charts }) => charts),
    files,
    laws: [
      () => everyPlaceIsAFolder(whole.places),
      () => everyClusterStandsApart(clusters),
      () => everyArgoCDDelivers(clusters),
      (objects) => everyObjectIsDeliveredOnce(clusters, objects),
      // Where an application was not made, its namespace is missing for that.
      (objects) =>
        sound
          .filter(({ faults }) => faults.length === 0)
          .flatMap(({ cluster }) =>
            everyNamespaceThatIsSetIsThere(
              cluster,
              objects.filter(({ place }) => place === cluster.name),
            ),
          ),
      () => everyBucketHasOneCompactor(clusters),
      () => everyTenantIsLoadedByOne(clusters),
      (objects) =>
        toldOnce(
          made.map(({ name, applications, faults, laws }) => {
            const own = objects.filter(({ place }) => place === name);
            return { name, applications, faults: [...faults, ...laws.flatMap((law) => law(own))] };
          }),
        ),
      (objects) =>
        everyPathIsWrittenOnce([
          ...objects.map(({ file, place, application }) => ({ path: file, by: `${place}/${application}` })),
          ...written,
        ]),
      () => everyPathIsWrittenOnce(runbooks.written),
      () => instrumented.faults,
      () => drills.faults,
      () => noAlertIsLost(lost),
      () => made.flatMap(({ secret }) => secret()),
      () => within(`${docs}/runbooks`, runbooks.secret()),
      () => within(`${docs}/secrets`, nothingSecretOn(secrets)),
      () => within(whole.instrumentation, instrumented.secret()),
    ],
    pages,
    ...{ places: made, clusters },
  };
};
