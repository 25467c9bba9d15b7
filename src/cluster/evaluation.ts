import type { Evaluation, Evaluator } from '#alerts/rule/evaluation.js';
import { byPrometheus } from '#alerts/rule/evaluation.js';
import type { Thanos, ThanosRuler } from '#platform/engine/thanos.js';
import type { Platform } from '#platform/platform.js';
import { byMimir, byVictoriaMetrics } from './evaluated-elsewhere.js';
import type { Here } from './here.js';

/** The label of a PrometheusRule that says who evaluates it, where there are two that could. */
export const evaluatedBy = 'evaluated-by';

/** Its values. */
export const ruler = 'thanos-ruler';
const prometheus = 'prometheus';

/** A selector of labels as Kubernetes has it. */
export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn';
    readonly values: readonly string[];
  }[];
}

/** Which rules each of the two takes, beside the labels by which a platform finds all of them. What one takes the other leaves. */
export interface Shared {
  readonly prometheus: LabelSelector;
  readonly ruler: LabelSelector;
}

const only = (value: string): LabelSelector => ({ matchLabels: { [evaluatedBy]: value } });
const allBut = (value: string): LabelSelector => ({
  matchLabels: {},
  matchExpressions: [{ key: evaluatedBy, operator: 'NotIn', values: [value] }],
});

/** How a Prometheus and a ruler share the rules of a cluster: what says nothing, the chart's own rules too, is the ruler's where that evaluates all. */
export const shared = ({ evaluates }: Pick<ThanosRuler, 'evaluates'>): Shared =>
  evaluates === 'all'
    ? { prometheus: only(prometheus), ruler: allBut(prometheus) }
    : { prometheus: allBut(ruler), ruler: only(ruler) };

/** Who evaluates the rules of a cluster. A ruler sees the labels that Prometheus adds to what leaves it, and whatever else its engine answers for. */
export const evaluationOf = ({
  platform: { engine, selects },
  labels,
}: Pick<Here, 'labels'> & {
  readonly platform: Pick<Platform, 'engine'> & Partial<Pick<Platform, 'selects'>>;
}): Evaluation => {
  switch (engine.name) {
    case 'prometheus':
      return byPrometheus;
    case 'thanos':
      return byThanos(engine, labels);
    case 'mimir':
      return byMimir(engine, { labels }, selects);
    case 'victoriametrics':
      return byVictoriaMetrics(engine);
  }
};

const byThanos = (engine: Thanos, labels: Here['labels']): Evaluation => {
  if (engine.ruler === undefined) return byPrometheus;
  const isOneOfSeveral = Object.keys(engine.clusters).length > 0;
  const over = (found: Evaluator['labels']): Pick<Evaluation, 'clusters'> =>
    isOneOfSeveral ? { clusters: { labels: found, within: {} } } : {};
  return engine.ruler.evaluates === 'all'
    ? {
        usual: { labels: {}, within: labels },
        prometheus: { labels: { [evaluatedBy]: prometheus }, within: {} },
        ...over({}),
      }
    : { ...byPrometheus, ...over({ [evaluatedBy]: ruler }) };
};
