import type { Application } from '#application/application.js';
import type { End, Pods } from '#application/network/end.js';
import { type Isolated, isolatedOf } from '#application/network/isolated.js';
import { prometheusIn } from '#application/network/scraper.js';
import { type Way, reachedWays, waysOf } from '#application/network/way.js';
import { scraperOf } from '#cluster/scraper.js';
import type { Fault } from '#ground/fault.js';
import type { Manifest } from '#imports/manifest.js';
import type { Judged, Law } from './law.js';
import { isPolicy, verdictOn } from './network/policy.js';
import { across, inEach } from './apart.js';
import { byKey } from '#ground/by-key.js';

const podsText = ({ namespace, labels }: Pods): string => {
  const selector = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  return `${selector.length > 0 ? selector.join(', ') : 'the pods'} in ${namespace}`;
};

/** An end in words. */
export const endText = (end: End): string => {
  if (end.of === 'pods') return podsText(end);
  return end.of === 'block' ? end.cidr : 'any address';
};

const scraperHere = ({ cluster }: Pick<Judged, 'cluster'>) => (cluster ? scraperOf(cluster) : prometheusIn());

/** The ways by which an exporter or agent asks for names, where it asks for any. */
const askingWays = (application: Application, each: Isolated): readonly Way[] =>
  reachedWays(application, each).some(({ to }) => to.of !== 'block')
    ? (application.network?.dns ?? []).map((port) => ({
        name: each.name,
        from: { of: 'pods', namespace: each.namespace, labels: each.labels },
        to: { of: 'anywhere' },
        port,
        protocol: 'UDP',
      }))
    : [];

const shut = (way: Way, policies: readonly Manifest[], denying: readonly string[]): readonly Fault[] => {
  const { name, from, to, port, protocol } = way;
  const { isLetOut, isLetIn } = verdictOn(policies, way, denying);
  const what = `${endText(from)} → ${endText(to)}, ${protocol} ${port}`;
  return [
    ...(isLetOut ? [] : [{ end: from, direction: 'out of' }]),
    ...(isLetIn ? [] : [{ end: to, direction: 'in to' }]),
  ].map(({ end, direction }) => ({
    where: name,
    what,
    code: 'way-shut',
    why: `no NetworkPolicy lets this ${direction} ${endText(end)}, and there is one that shuts out the rest`,
    cure: `add a rule for it${end.of === 'pods' ? `; where a policy denies by default what runs in ${end.namespace}, say so: network: { denying: ['${end.namespace}'] }` : ''}`,
  }));
};

const waysIn = (application: Application, scraper: ReturnType<typeof scraperHere>): readonly Way[] => [
  ...waysOf(application, scraper),
  ...isolatedOf(application).flatMap((each) => askingWays(application, each)),
];

/** The namespaces of the pods at either end of a way. */
const namespacesOf = ({ from, to }: Way): readonly string[] => [
  ...new Set([from, to].flatMap((end) => (end.of === 'pods' ? [end.namespace] : []))),
];

/** What Prometheus scrapes it must reach, what exporters watch they must: where a policy shuts that out, all is quiet. */
export const everyWayIsOpen: Law = across({
  summary: (judged) => {
    const { applications, objects, others = [] } = judged;
    const policies = [...objects, ...others].map(({ manifest }) => manifest).filter(isPolicy);
    const ways = applications.flatMap((each) => waysIn(each, scraperHere(judged)));
    return policies.length + ways.length === 0
      ? undefined
      : {
          by: applications.map(({ name }) => name).join(),
          denying: applications.flatMap(({ network }) => network?.denying ?? []),
          ways,
          policies: policies.map((each) => JSON.stringify(each)),
        };
  },
  judge: (all) => {
    const policies = all.flatMap((each) => each.policies.map((text): Manifest => JSON.parse(text)));
    const within = byKey(policies, ({ metadata: { namespace = '' } }) => namespace);
    return all.flatMap(({ by, denying, ways }) =>
      ways
        .flatMap((way) =>
          shut(
            way,
            namespacesOf(way).flatMap((each) => within.get(each) ?? []),
            denying,
          ),
        )
        .map((fault) => ({ ...fault, where: `${by}/network/${fault.where}` })),
    );
  },
});

/** A namespace that is said to deny by default, and in which nothing is scraped nor watched. */
export const everyDenyingNamespaceIsEntered: Law = inEach((judged) =>
  judged.applications.flatMap((application) => {
    const entered = waysOf(application, scraperHere(judged)).flatMap(({ to }) =>
      to.of === 'pods' ? [to.namespace] : [],
    );
    return (application.network?.denying ?? [])
      .filter((namespace) => !entered.includes(namespace))
      .map((namespace) => ({
        where: `${application.name}/network.denying`,
        what: namespace,
        code: 'setting-for-nothing' as const,
        why: `nothing is scraped in ${namespace}, and nothing there is watched`,
        cure: `leave it out, or name one that is entered: ${[...new Set(entered)].join(', ') || 'there is none'}`,
      }));
  }),
);
