import type { RuleGroup } from '#alerts/rule/group.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { deployments } from '#dashboards/around/deployed.js';
import { containerRestarts, oomKills } from '#dashboards/around/restarted.js';
import { processStarts } from '#dashboards/around/started.js';
import { versionChanges } from '#dashboards/around/upgraded.js';
import type { Around } from '#dashboards/dashboard.js';
import type { Mark } from '#dashboards/mark.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { processMetrics } from '#metrics/process.js';
import { selectors } from '#promql/expr/ast.js';
import { passing } from '#promql/expr/selected.js';
import { anyOf } from '#promql/metric/any.js';
import { type MetricCatalog, narrowed, stored } from '#promql/metric/catalog.js';
import type { Match } from '#promql/metric/match.js';
import { type Gauge, Metric, type MetricInfo } from '#promql/metric/metric.js';
import type { Scrape } from './scrape.js';
import { storedBy } from './scrape.js';
import type { Service } from './service.js';
import { targetsOf } from './target.js';

/** What of an application says what happens around it. */
interface Described {
  readonly namespace: string;
  readonly services: readonly Service[];
  /** Of its own Services and pods. */
  readonly own: readonly Scrape[];
  /** Those of its exporters too. */
  readonly scrapes: readonly Scrape[];
  readonly platform: readonly MetricCatalog[];
  readonly groups: readonly RuleGroup[];
}

const isSome = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;
const each = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** One value as such, several as a list. */
const among = (values: readonly string[]): Match => (values.length === 1 ? (values[0] ?? '') : values);

/** The Deployments that alerts name: those of the application, in a namespace that it may share. */
const namedIn = (groups: readonly RuleGroup[]): readonly string[] =>
  each(
    groups
      .flatMap(({ alerts }) => alerts.flatMap(({ expr }) => selectors(expr)))
      .filter(({ metric }) => metric.name.startsWith('kube_deployment_'))
      .flatMap((selector) => passing(selector, 'deployment') ?? []),
  );

/** What kube-state-metrics tells of where the application runs, as far as the platform has it. */
const onKubernetes = (
  { namespace, services, platform, groups }: Described,
  chosen: Parameters<Around>[0],
): readonly Mark[] => {
  const told = stored(platform);
  const namespaces = each(services.flatMap((service) => service.namespaces));
  const here = { namespace: chosen ?? among(namespaces.length > 0 ? namespaces : [namespace]) };
  const { replicaSetReplicas, restarts, lastTerminated } = kubeStateMetrics;
  const has = (...metrics: readonly { readonly info: MetricInfo }[]): boolean =>
    metrics.every(({ info }) => told.has(info.name));
  const names = namedIn(groups);
  return [
    ...(has(replicaSetReplicas)
      ? [deployments(narrowed({ replicaSetReplicas }, here), isSome(names) ? names : undefined)]
      : []),
    ...(has(restarts, lastTerminated)
      ? [containerRestarts, oomKills].map((marks) => marks(narrowed({ restarts, lastTerminated }, here)))
      : []),
  ];
};

/** Where the targets of these scrapes are. */
const placesOf = (scrapes: readonly Scrape[]) => {
  const targets = scrapes.flatMap(targetsOf);
  const of = (label: string) => among(each(targets.flatMap((target) => target[label] ?? [])));
  return { namespace: of('namespace'), job: of('job') };
};

/** Where nothing tells of containers, the application's own processes tell when they began. */
const ofProcesses = ({ own }: Described): readonly Mark[] => {
  const { started } = processMetrics;
  const telling = own.filter((scrape) => storedBy(scrape).has(started.info.name));
  return telling.length === 0 ? [] : [processStarts({ started: started.where(placesOf(telling)) })];
};

const isBuild = ({ name, labels }: MetricInfo): boolean =>
  name.endsWith('_build_info') && labels.includes('version');

/** Versions of the application and of its exporters, where these tell them. */
const ofVersions = ({ scrapes }: Described): readonly Mark[] => {
  const telling = scrapes.flatMap((scrape) => {
    const infos = [...storedBy(scrape).values()].filter(isBuild);
    return infos.length > 0 ? [{ scrape, infos }] : [];
  });
  if (telling.length === 0) return [];
  const infos = telling.flatMap((one) => one.infos);
  const [info] = infos;
  const { namespace, job } = placesOf(telling.map(({ scrape }) => scrape));
  const names = each(infos.map(({ name }) => name));
  const any: Gauge<'__name__' | 'namespace' | 'job' | 'version', 'count'> = new Metric(
    names.length === 1 && info ? { ...info, ...asGauge } : { ...anyOf(infos), ...asGauge },
  );
  return [versionChanges(any.where({ ...(names.length > 1 && { __name__: names }), namespace, job }))];
};
const asGauge = { kind: 'gauge', unit: 'count' } as const;

/**
 * What happens around an application: deployments, restarts and OOM kills where its platform tells of containers, else the beginnings of its
 * processes; and new versions of what tells its own.
 */
export const aroundOf =
  (described: Described): Around =>
  (chosen) => {
    const containers = onKubernetes(described, chosen);
    return [...(containers.length > 0 ? containers : ofProcesses(described)), ...ofVersions(described)];
  };
