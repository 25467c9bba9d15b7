import { BlockList, isIP } from 'node:net';
import type { End, Pods } from '#application/network/end.js';
import type { Way } from '#application/network/way.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { selects } from './selector.js';

const listAt = (root: unknown, ...field: string[]): readonly unknown[] | undefined => {
  const value = valueAt(root, field);
  return Array.isArray(value) ? value : undefined;
};

type Direction = 'Ingress' | 'Egress';

/** Which directions a policy is about: its incoming unless it says so, its outgoing where it has rules for that. */
const directionsOf = (policy: Manifest): readonly unknown[] =>
  listAt(policy, 'spec', 'policyTypes') ?? [
    'Ingress',
    ...(listAt(policy, 'spec', 'egress') === undefined ? [] : ['Egress']),
  ];

export const isPolicy = ({ kind }: Manifest): boolean => kind === 'NetworkPolicy';

/** Whether a policy is for these pods. Pods whose labels are not known are meant by one for all pods of the namespace alone. */
export const isFor = (policy: Manifest, { namespace, labels }: Pods): boolean =>
  policy.metadata.namespace === namespace && selects(valueAt(policy, ['spec', 'podSelector']), labels);

const holds = (cidr: string, block: string): boolean => {
  const [network = '', bits] = cidr.split('/');
  const [address = ''] = block.split('/');
  const [own, other] = [isIP(network), isIP(address)];
  if (own === 0 || own !== other) return false;
  const family = own === 4 ? 'ipv4' : 'ipv6';
  const blocks = new BlockList();
  blocks.addSubnet(network, Number(bits), family);
  return Number(bits) <= Number(block.split('/')[1]) && blocks.check(address, family);
};

/** Whether a peer of a rule, in a policy of this namespace, is this end. */
const names = (peer: unknown, end: End, home: string): boolean => {
  const [block, ofNamespaces, ofPods] = ['ipBlock', 'namespaceSelector', 'podSelector'].map((field) =>
    valueAt(peer, [field]),
  );
  if (isObject(block)) {
    const { cidr, except } = block;
    const within = end.of === 'block' && holds(String(cidr), end.cidr);
    return within && !(Array.isArray(except) && except.some((each) => holds(String(each), end.cidr)));
  }
  if (end.of !== 'pods') return false;
  const inside =
    ofNamespaces === undefined
      ? end.namespace === home
      : selects(ofNamespaces, { 'kubernetes.io/metadata.name': end.namespace });
  return inside && (ofPods === undefined || selects(ofPods, end.labels));
};

/** Whether a port of a rule is this one. One that is called by its name may be. */
const isAt = (given: unknown, { port, protocol }: Pick<Way, 'port' | 'protocol'>): boolean => {
  if (!isObject(given)) return false;
  const { protocol: of = 'TCP', port: from, endPort: to = from } = given;
  if (of !== protocol) return false;
  return from === undefined || typeof from === 'string' || (Number(from) <= port && port <= Number(to));
};

/** Whether a rule lets a connection pass; what it leaves out it does not limit. */
const passes = (rule: unknown, end: End, at: Pick<Way, 'port' | 'protocol'>, field: string, home: string) => {
  const [peers, ports] = [listAt(rule, field) ?? [], listAt(rule, 'ports') ?? []];
  return (
    (peers.length === 0 || peers.some((peer) => names(peer, end, home))) &&
    (ports.length === 0 || ports.some((port) => isAt(port, at)))
  );
};

const rulesOf = {
  Ingress: { rules: 'ingress', peers: 'from' },
  Egress: { rules: 'egress', peers: 'to' },
} as const;

/** Whether policies let a connection through at one of its two ends: all do where none is for it, else any of them is enough. */
const isLet = (policies: readonly Manifest[], direction: Direction, own: Pods, other: End, way: Way) => {
  const { rules, peers } = rulesOf[direction];
  const about = policies.filter((policy) => isFor(policy, own) && directionsOf(policy).includes(direction));
  return {
    isLimited: about.length > 0,
    isNamed: about.some((policy) =>
      (listAt(policy, 'spec', rules) ?? []).some((rule) => passes(rule, other, way, peers, own.namespace)),
    ),
  };
};

/** What policies make of a connection: https://kubernetes.io/docs/concepts/services-networking/network-policies/. */
export interface Verdict {
  /** Whether it is let out of where it begins. */
  readonly isLetOut: boolean;
  /** Whether it is let in where it ends. */
  readonly isLetIn: boolean;
}

/** @param denying Namespaces in which what no policy names is denied, by a policy that is not among these. */
export const verdictOn = (
  policies: readonly Manifest[],
  way: Way,
  denying: readonly string[] = [],
): Verdict => {
  const { from, to } = way;
  const out = isLet(policies, 'Egress', from, to, way);
  const into = to.of === 'pods' ? isLet(policies, 'Ingress', to, from, way) : undefined;
  const isDenied = to.of === 'pods' && denying.includes(to.namespace);
  return {
    isLetOut: !out.isLimited || out.isNamed,
    isLetIn: into === undefined || into.isNamed || !(into.isLimited || isDenied),
  };
};

export const isOpen = (policies: readonly Manifest[], way: Way, denying?: readonly string[]): boolean => {
  const { isLetOut, isLetIn } = verdictOn(policies, way, denying);
  return isLetOut && isLetIn;
};
