import { textsIn } from '#synth/publishing/content.js';
import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import type { Cluster } from '#cluster/cluster.js';
import { clusterCost, hostCost } from '#cost/place.js';
import { asGenerated } from '#laws/reached.js';
import type { Lock } from '#proof/mutate/lock.js';
import { type Configuration, ofOne } from '#routing/alertmanager/configuration.js';
import { type NeededSecret, neededBy, neededIn } from '#secrets/needed.js';
import { type Estate, hostsOf } from '#synth/estate/home.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { applicationMeant } from './application.js';
import { type Meaning, type ObjectMeant, type PlaceMeant, type SecretMeant, form } from './meaning.js';
import { objectMeant } from './objects.js';
import { tellingOf } from './told.js';

type Cost = ReturnType<typeof clusterCost>;

const secretMeant = (by: string, { namespace, name, keys, uses, without }: NeededSecret): SecretMeant => ({
  ...{ namespace, name, uses, without, by },
  keys: keys.map(({ key }) => key).toSorted(),
  reads: keys.map((each) => ({ key: each.key, uses: each.uses, without: each.without })),
});

const ofConfiguration = (configuration: Configuration) => ({
  inhibit: configuration.inhibit,
  told: tellingOf(configuration),
});

const reckoned = ({ series, total, need }: Cost) => ({
  series: Math.round(series),
  samplesPerSecond: Math.round(total.samplesPerSecond),
  memory: need.memory,
});

const applicationsMeant = (
  applications: readonly Application[],
  cost: Cost,
  lock: Lock,
  configurationOf: (application: Application) => Configuration,
) =>
  applications.map((each) =>
    applicationMeant(
      each,
      ofConfiguration(configurationOf(each)),
      lock,
      cost.applications.find(({ name }) => name === each.name),
    ),
  );

type Parts = Pick<PlaceMeant, 'objects'> & {
  readonly applications: readonly Application[];
  readonly lock: Lock;
};

const clusterMeant = (cluster: Cluster, { applications, objects, lock }: Parts): PlaceMeant => {
  const cost = clusterCost({ ...cluster, applications });
  return {
    ...{ of: 'cluster', name: cluster.name, objects },
    applications: applicationsMeant(applications, cost, lock, (each) => asGenerated(each, cluster)),
    secrets: neededIn(cluster).map((each) => secretMeant(cluster.secrets.by, each)),
    ...reckoned(cost),
  };
};

const hostMeant = (host: Host, { applications, objects, lock }: Parts): PlaceMeant => {
  const cost = hostCost(host);
  return {
    ...{ of: 'host', name: host.name, objects },
    applications: applicationsMeant(applications, cost, lock, ({ routing }) => ofOne(routing)),
    secrets: neededBy(applications).map((each) => secretMeant('file', { ...each, namespace: '' })),
    ...reckoned(cost),
  };
};

/**
 * What an estate means to those who work with it.
 *
 * @param lock What mutants its proofs let pass, as `proofs.lock` tells.
 * @param release That of the library.
 * @throws EstateRefusal where manifests are refused, and whatever functions of the estate throw.
 */
export const meaningOf = (estate: Estate, lock: Lock, release: string): Meaning => {
  const { charts, files, places, clusters } = synthesisOf(estate);
  const texts = [...synthesize(charts), ...textsIn(files)];
  const objectsOf = (place: string, isDelivered: boolean): readonly ObjectMeant[] =>
    texts
      .filter(([path]) => path.startsWith(`${place}/`))
      .map(([path, text]) => objectMeant(path, text, isDelivered));
  const hosts = hostsOf(estate);
  return {
    ...{ form, release, of: 'values' },
    places: places.flatMap(({ name, applications }): readonly PlaceMeant[] => {
      const cluster = clusters.find((each) => each.name === name);
      const host = hosts.find((each) => each.name === name);
      const parts = { applications, lock, objects: objectsOf(name, cluster?.argocd !== undefined) };
      return cluster ? [clusterMeant(cluster, parts)] : host ? [hostMeant(host, parts)] : [];
    }),
  };
};
