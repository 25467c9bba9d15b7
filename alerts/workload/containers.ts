import { mapped } from '../../ground/keyed.js';
import { literal, not } from '../../promql/metric/match.js';
import type { AnyMetric, Kind, Metric } from '../../promql/metric/metric.js';
import { oneOf } from '../scenario/labels.js';
import type { Reading } from '../scenario/reading.js';
import type { NonEmpty } from '../scenario/scenario.js';

/** What tells containers apart. */
export type ContainerLabel = 'namespace' | 'pod' | 'container';

export const perContainer = { by: ['namespace', 'pod', 'container'] } as const;

/** Which containers are watched: those of these names, or all in the pods of these Deployments. */
export type Watched =
  | {
      /** Names of containers: the application's own, no sidecars. */
      readonly containers: NonEmpty<string>;
      readonly deployments?: never;
    }
  | {
      /** Names of Deployments, whatever their containers are called. */
      readonly deployments: NonEmpty<string>;
      readonly containers?: never;
    };

type OfContainer = Metric<Kind, Readonly<Record<'pod' | 'container', string>>>;
type OfContainers = Readonly<Record<string, OfContainer>>;

/** The same metrics of containers of these names only. */
export const ofContainers = <M extends OfContainers>(metrics: M, containers: NonEmpty<string>): M =>
  mapped(metrics, (metric) => metric.where({ container: containers }));

/**
 * The same metrics of every container in the pods of these Deployments, sidecars included: pods are called after their
 * Deployment. What a node adds up for a whole pod has no container, and is left out: it would count everything twice.
 */
export const ofDeployments = <M extends OfContainers>(metrics: M, deployments: NonEmpty<string>): M => {
  const only = { pod: new RegExp(`(${deployments.map(literal).join('|')})-.+`), container: not('') };
  return mapped(metrics, (metric) => metric.where(only));
};

/** The same metrics of the containers that are watched. */
export const ofWatched = <M extends OfContainers>(metrics: M, { containers, deployments }: Watched): M =>
  containers ? ofContainers(metrics, containers) : ofDeployments(metrics, deployments);

/**
 * The containers of a proof. What others there are follows from the names of containers; in the pods of Deployments they are a sidecar,
 * and one of each further Deployment.
 */
export const exampleOf = (
  metric: AnyMetric,
  { containers, deployments }: Watched,
): Pick<Reading<ContainerLabel>, 'labels' | 'others'> => {
  const of = (owner: string, container: string) => ({
    ...oneOf(metric, ['namespace']),
    pod: `${owner}-0`,
    container,
  });
  if (containers) return { labels: of(containers[0], containers[0]) };
  const [first, ...further] = deployments;
  return {
    labels: of(first, first),
    others: [of(first, 'sidecar'), ...further.map((each) => of(each, each))],
  };
};
