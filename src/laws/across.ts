import type { Cluster } from '#cluster/cluster.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';
import { foreignPrometheus } from '#cluster/among/grafana.js';

const servers = [
  { server: 'grafana', called: 'Grafana', one: 'a Grafana', does: 'shows its dashboards' },
  { server: 'alertmanager', called: 'Alertmanager', one: 'an Alertmanager', does: 'takes its alerts' },
] as const;

/** Clusters that have no server of their own, and whose address no other cluster's is. */
const nobodyServes = (clusters: readonly Cluster[]): readonly Fault[] =>
  clusters.flatMap((cluster) =>
    servers
      .filter(({ server }) => cluster.platform[server] === undefined && cluster.applications.length > 0)
      .filter(
        ({ server }) =>
          !clusters.some(
            ({ addresses, platform }) =>
              platform[server] !== undefined &&
              addresses[server] !== undefined &&
              addresses[server] === cluster.addresses[server],
          ),
      )
      .map(({ server, called, does }) => ({
        where: cluster.name,
        what: cluster.addresses[server] ?? '',
        code: 'nobody-serves' as const,
        why: `it has no ${called}, and no other cluster of the estate has one at its address that ${does}`,
        cure: `give its platform one, or write in addresses.${server} that of a cluster which has one`,
      })),
  );

/** Two clusters that each run a server under one address: people would reach one of the two. */
const servedTwice = (clusters: readonly Cluster[]): readonly Fault[] =>
  servers.flatMap(({ server, one }) =>
    repeated(
      clusters.filter(({ platform, addresses }) => platform[server] && addresses[server]),
      ({ addresses }) => addresses[server] ?? '',
    ).map(([first, { name, addresses }]) => ({
      where: name,
      what: addresses[server] ?? '',
      code: 'address-twice' as const,
      why: `${first.name} has ${one} at this address too, and whoever follows a link reaches one of the two`,
      cure: `give each its own address, or let one of them have none: ${server}: false in its platform`,
    })),
  );

/** Dashboards of a cluster that its Grafana cannot ask about: it has no data source for that cluster's Prometheus. */
const nothingToAsk = (clusters: readonly Cluster[]): readonly Fault[] =>
  clusters.flatMap(({ name, shows, platform }) =>
    shows
      .filter(
        (guest) =>
          guest.applications.some(({ dashboards }) => dashboards.length > 0) &&
          !(platform.grafana?.datasources ?? []).some(({ uid }) => uid === foreignPrometheus(guest).uid),
      )
      .map((guest) => ({
        where: name,
        what: foreignPrometheus(guest).uid,
        code: 'no-such-datasource' as const,
        why: `its Grafana shows dashboards of ${guest.name}, and has no data source ${foreignPrometheus(guest).uid} that asks the Prometheus there`,
        cure: `add { ...datasource('prometheus', { uid: '${foreignPrometheus(guest).uid}', name: '…' }), url: '…' } to its platform's Grafana`,
      })),
  );

/** External labels by which two clusters would be taken for one where their series or alerts meet. */
const labelledAlike = (clusters: readonly Cluster[]): readonly Fault[] =>
  [...byKey(clusters, ({ labels }) => JSON.stringify(Object.entries(labels).sort()))]
    .filter(([, of]) => of.length > 1)
    .flatMap(([, [first, ...others]]) =>
      others.map(({ name, labels }) => ({
        where: name,
        what: JSON.stringify(labels),
        code: 'labels-alike' as const,
        why: `${first?.name ?? ''} has the same external labels: where series or alerts of both meet, nobody tells them apart`,
        cure: 'leave labels.cluster as it is, the name of each',
      })),
    );

/** What must hold of clusters beside each other: of servers that several share, and of what meets there. */
export const everyClusterStandsApart = (clusters: readonly Cluster[]): readonly Fault[] => [
  ...nobodyServes(clusters),
  ...servedTwice(clusters),
  ...nothingToAsk(clusters),
  ...labelledAlike(clusters),
];
