import type { End, Pods } from '#application/network/end.js';
import type { Protocol } from '#application/network/reached.js';
import type { Way } from '#application/network/way.js';
import { byKey } from '#ground/by-key.js';

/** The label that every namespace has: https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name. */
const ofNamespace = 'kubernetes.io/metadata.name';

export interface Port {
  readonly port: number;
  readonly protocol: Protocol;
}

const selecting = (labels: Pods['labels']) => (Object.keys(labels).length > 0 ? { matchLabels: labels } : {});

/** Whom a policy of a namespace names, in its words; nothing where it may be anybody. */
const peerOf = (end: End, namespace: string) => {
  if (end.of === 'anywhere') return undefined;
  if (end.of === 'block') return { ipBlock: { cidr: end.cidr } };
  return {
    ...(end.namespace !== namespace && {
      namespaceSelector: { matchLabels: { [ofNamespace]: end.namespace } },
    }),
    // All pods of the namespace are named by it alone, but of its own.
    ...((end.namespace === namespace || Object.keys(end.labels).length > 0) && {
      podSelector: selecting(end.labels),
    }),
  };
};

const portsOf = (ways: readonly Way[]): readonly Port[] => [
  ...new Map(ways.map(({ port, protocol }) => [`${port} ${protocol}`, { port, protocol }])).values(),
];

/** Ways by whom they lead to or come from, each with all of its ports. */
const byPeer = (ways: readonly Way[], peer: (way: Way) => End, namespace: string) =>
  [...byKey(ways, (way) => JSON.stringify(peer(way))).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ peer: peerOf(peer(first), namespace), ports: [...portsOf(same)] }] : [];
  });

/** What lets these ways in, in a policy of this namespace. */
export const ingressOf = (ways: readonly Way[], namespace: string) =>
  byPeer(ways, ({ from }) => from, namespace).map(({ peer, ports }) => ({
    ...(peer && { from: [peer] }),
    ports,
  }));

/** What lets them out. */
export const egressOf = (ways: readonly Way[], namespace: string) =>
  byPeer(ways, ({ to }) => to, namespace).map(({ peer, ports }) => ({ ...(peer && { to: [peer] }), ports }));

/** Where names are asked for: at whatever address, since those of a node's own cache and of a cluster's Service differ everywhere. */
export const namesOf = (dns: readonly number[]) => ({
  ports: dns.flatMap((port): readonly Port[] => [
    { port, protocol: 'UDP' },
    { port, protocol: 'TCP' },
  ]),
});

/** By which label exporters and agents are told apart. */
const name = 'app.kubernetes.io/name';

/**
 * The pods of its namespace that a policy is for.
 *
 * @param but those with policies of their own, which one for pods that nobody knows must leave as they are.
 */
export const selectorOf = ({ labels }: Pick<Pods, 'labels'>, but: readonly string[] = []) =>
  Object.keys(labels).length > 0 || but.length === 0
    ? selecting(labels)
    : { matchExpressions: [{ key: name, operator: 'NotIn' as const, values: [...but].sort() }] };
