import type { Application } from '#application/application.js';
import { passing } from '#promql/expr/selected.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { storedAs } from '#promql/metric/parts.js';
import { reads } from '#alerts/scenario/selected.js';
import { seedOf } from './noise.js';
import { replicaSetOf, revisionBefore } from './around.js';
import { ageOf } from './exported.js';
import { isPlaceholder, provenOf, type Target } from './place.js';
import type { Track } from './track.js';
import { usualGain, usualValue } from './usual.js';
import { valuesOf } from './values.js';
import type { World } from './world.js';

type Labels = Readonly<Record<string, string>>;

/** A container of a pod, as whoever tells of Kubernetes names it. */
interface Container {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

const inPods = (labels: Labels): readonly Container[] => {
  const { namespace, pod, container = '' } = labels;
  return namespace === undefined || pod === undefined || isPlaceholder(pod)
    ? []
    : [{ namespace, pod, container }];
};

/** All containers that are known of an application: of its targets, and those that its proofs tell of. */
const containersOf = (application: Application, targets: readonly Target[]): readonly Container[] => {
  const all = [...targets, ...provenOf(application)].flatMap(({ labels }) => inPods(labels));
  const named = all.map((each) => ({
    ...each,
    container: each.container || each.pod.replace(/(-[a-z0-9]{8,10})?-[a-z0-9]+$/, ''),
  }));
  return [
    ...new Map(named.map((each) => [`${each.namespace}/${each.pod}/${each.container}`, each])).values(),
  ];
};

const jobs: readonly (readonly [name: RegExp, job: string, instance: string])[] = [
  [/^kube_/, 'kube-state-metrics', '10.42.0.5:8080'],
  [/^prometheus_operator_/, 'prometheus-operator', '10.42.0.6:8080'],
  [/^prometheus_/, 'prometheus', '10.42.0.7:9090'],
  [/^alertmanager_/, 'alertmanager', '10.42.0.8:9093'],
  [/./, 'kubelet', '192.168.0.11:10250'],
];

/** The ReplicaSets of pods, and of each Deployment the one before. */
const replicaSetsOf = (containers: readonly Container[]): readonly Labels[] => {
  const all = containers.flatMap(({ namespace, pod }) => {
    const replicaset = replicaSetOf(pod);
    return replicaset === undefined
      ? []
      : [
          { namespace, replicaset },
          { namespace, replicaset: revisionBefore(replicaset) },
        ];
  });
  return [...new Map(all.map((each) => [`${each.namespace}/${each.replicaset}`, each])).values()];
};

/** Of a ReplicaSet that is not the present one, nothing is wanted any more. */
const isOver = ({ replicaset }: Labels): boolean =>
  replicaset !== undefined && replicaset === revisionBefore(replicaset);

/** Combinations of labels of one metric of the platform: those of the application's containers, and of what its expressions name. */
const labelsOf = (
  metric: MetricInfo,
  application: Application,
  containers: readonly Container[],
  world: World,
): readonly Labels[] => {
  const read = world.read(metric.name);
  const others = metric.ownLabels.filter(
    (each) =>
      !['replicaset', 'namespace', 'pod', 'container', 'uid', 'id', 'image', 'node', 'unit', 'le'].includes(
        each,
      ),
  );
  const namespaces = [...new Set(read.selectors.flatMap((each) => passing(each, 'namespace') ?? []))];
  const spaces = namespaces.length > 0 ? namespaces : [application.namespace];
  const has = (label: string): boolean => metric.ownLabels.includes(label);
  const heads: readonly Labels[] = has('pod')
    ? containers.map(({ namespace, pod, container }) => ({
        namespace,
        pod,
        ...(has('container') && { container }),
      }))
    : has('replicaset')
      ? replicaSetsOf(containers)
      : has('namespace')
        ? spaces.map((namespace) => ({ namespace }))
        : [{}];
  const tails = others.reduce<readonly Labels[]>(
    (rows, label) =>
      rows.flatMap((row) =>
        valuesOf(metric, label, read)
          .slice(0, 8)
          .map((value) => ({ ...row, [label]: value })),
      ),
    [{}],
  );
  return heads.flatMap((head) => tails.map((tail) => ({ ...head, ...tail })));
};

/** What the platform tells of an application, as far as anything of it asks. */
export const platformTracks = (
  application: Application,
  targets: readonly Target[],
  known: ReadonlySet<string>,
  world: World,
): readonly Track[] => {
  const containers = containersOf(application, targets);
  const metrics = new Map(
    application.platform
      .flatMap((catalog) => Object.values(catalog).flatMap(storedAs))
      .filter(({ name, stored }) => stored === undefined && !known.has(name))
      .map((metric) => [metric.name, metric]),
  );
  return [...metrics.values()].flatMap((metric) => {
    const { selectors } = world.read(metric.name);
    const [, job = '', instance = ''] = jobs.find(([name]) => name.test(metric.name)) ?? [];
    return labelsOf(metric, application, containers, world).flatMap((own): readonly Track[] => {
      const labels = { ...own, job, instance };
      if (!selectors.some((each) => reads(each, { metric, labels }))) return [];
      const isCounter = metric.kind === 'counter';
      const { base: usual, sways } = usualValue(metric, own);
      const base = isOver(own) ? 0 : usual;
      return [
        {
          ...{ name: metric.name, labels, metric, of: application.name, every: 30, faults: [] },
          ...{ kind: isCounter ? 'counter' : 'gauge', base: isCounter ? usualGain(metric) : base },
          ...{ sway: isCounter ? 0.15 : sways ? base * 0.05 : 0, follows: isCounter ? 0.6 : 0 },
          ...(metric.unit === 'timestamp' && { age: ageOf(metric.name) }),
          seed: seedOf(metric.name + JSON.stringify(own)),
        },
      ];
    });
  });
};
