import { mapped } from '#ground/keyed.js';
import { not } from '#promql/metric/match.js';
import type { AnyMetric, Kind, Metric } from '#promql/metric/metric.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import type { Reading } from '#alerts/scenario/reading.js';
import type { NonEmpty, Scenario } from '#alerts/scenario/scenario.js';
import { type Owner, alike, podNamed, podNames } from './pod-names.js';

/** What tells containers apart. */
export type ContainerLabel = 'namespace' | 'pod' | 'container';

export const perContainer = { by: ['namespace', 'pod', 'container'] } as const;

interface Names extends Readonly<Record<Owner, NonEmpty<string>>> {
  /** Names of containers: the application's own, no sidecars. */
  readonly containers: NonEmpty<string>;
}
type Only<K extends keyof Names> = Pick<Names, K> & { readonly [O in Exclude<keyof Names, K>]?: never };

/**
 * Which containers are watched: those of these names, or all in the pods of these Deployments, StatefulSets or DaemonSets, whatever
 * their containers are called.
 */
export type Watched = Only<'containers'> | Only<'deployments'> | Only<'statefulSets'> | Only<'daemonSets'>;

type OfContainer = Metric<Kind, Readonly<Record<'pod' | 'container', string>>>;
/** Metrics of containers, by any names. */
export type OfContainers = Readonly<Record<string, OfContainer>>;

/** The same metrics of containers of these names only. */
export const ofContainers = <M extends OfContainers>(metrics: M, containers: NonEmpty<string>): M =>
  mapped(metrics, (metric) => metric.where({ container: containers }));

/**
 * The same metrics of every container in the pods of these owners, sidecars included, told by how the pods are called: see `podNames`.
 * What a node adds up for a whole pod has no container, and is left out: it would count everything twice.
 */
const ofPods = <M extends OfContainers>(metrics: M, owner: Owner, names: NonEmpty<string>): M => {
  const only = { pod: podNames(owner, names), container: not('') };
  return mapped(metrics, (metric) => metric.where(only));
};

/** The same metrics of every container in the pods of these Deployments. */
export const ofDeployments = <M extends OfContainers>(metrics: M, deployments: NonEmpty<string>): M =>
  ofPods(metrics, 'deployments', deployments);

interface Chosen {
  /** By their own names, or by those of the owners of their pods. */
  readonly by: 'containers' | Owner;
  readonly names: NonEmpty<string>;
}

const chosen = (watched: Watched): Chosen => {
  if (watched.containers) return { by: 'containers', names: watched.containers };
  if (watched.deployments) return { by: 'deployments', names: watched.deployments };
  if (watched.statefulSets) return { by: 'statefulSets', names: watched.statefulSets };
  return { by: 'daemonSets', names: watched.daemonSets };
};

/** The same metrics of the containers that are watched. */
export const ofWatched = <M extends OfContainers>(metrics: M, watched: Watched): M => {
  const { by, names } = chosen(watched);
  return by === 'containers' ? ofContainers(metrics, names) : ofPods(metrics, by, names);
};

type Labels = Readonly<Record<ContainerLabel, string>>;

const labelled = (metric: AnyMetric, pod: string, container: string): Labels => ({
  ...oneOf(metric, ['namespace']),
  pod,
  container,
});

/**
 * The containers of a proof. What others there are follows from the names of containers; in pods they are a sidecar, and one of each
 * further owner.
 */
export const exampleOf = (
  metric: AnyMetric,
  watched: Watched,
): Pick<Reading<ContainerLabel>, 'labels' | 'others'> => {
  const { by, names } = chosen(watched);
  const [first, ...further] = names;
  if (by === 'containers') return { labels: labelled(metric, `${first}-0`, first) };
  const of = (name: string, container = name): Labels => labelled(metric, podNamed(by, name), container);
  return { labels: of(first), others: [of(first, 'sidecar'), ...further.map((each) => of(each))] };
};

/** What happens to pods of others whose names begin as those of one's own; nothing where the containers are named themselves. */
export const namedAlike = (
  metric: AnyMetric,
  watched: Watched,
  happens: (labels: Labels) => readonly Behaviour[],
): readonly Scenario[] => {
  const { by, names } = chosen(watched);
  const [first] = names;
  return by === 'containers'
    ? []
    : [
        {
          when: `it is so of pods of others, whose names begin as those of ${first}`,
          series: alike(by, names).flatMap((pod) => happens(labelled(metric, pod, first))),
        },
      ];
};
