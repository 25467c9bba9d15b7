import { mapped } from '../../ground/keyed.js';
import { literal, not } from '../../promql/metric/match.js';
import type { Kind, Metric } from '../../promql/metric/metric.js';
import type { NonEmpty } from '../rule/proof.js';

type OfContainer = Metric<Kind, Readonly<Record<'pod' | 'container', string>>>;

/**
 * The same metrics of every container in the pods of these Deployments, sidecars included: pods are called after their
 * Deployment. What a node adds up for a whole pod has no container, and is left out: it would count everything twice.
 */
export const ofDeployments = <M extends Readonly<Record<string, OfContainer>>>(
  metrics: M,
  deployments: NonEmpty<string>,
): M => {
  const only = { pod: new RegExp(`(${deployments.map(literal).join('|')})-.+`), container: not('') };
  return mapped(metrics, (metric) => metric.where(only));
};
