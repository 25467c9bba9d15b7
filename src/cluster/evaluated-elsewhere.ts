import { type Evaluation, type Evaluator, byPrometheus } from '#alerts/rule/evaluation.js';
import type { Mimir } from '#platform/engine/mimir.js';
import type { Platform } from '#platform/platform.js';
import type { VictoriaMetrics } from '#platform/engine/victoriametrics.js';
import type { Here } from './here.js';

/** By which Prometheus would find what the ruler of Mimir evaluates: the release of the chart, and whatever else its platform says. */
const ofPrometheus = (selects: Platform['selects'] | undefined): readonly string[] => [
  ...new Set(['release', ...Object.keys(selects?.rules.labels ?? {})]),
];

/** Who evaluates the rules of a cluster that writes to a Mimir: its ruler sees whatever else is written to the tenant, and asks for the cluster's labels. */
export const byMimir = (
  mimir: Mimir,
  { labels }: Pick<Here, 'labels'>,
  selects?: Platform['selects'],
): Evaluation => {
  if (mimir.rulesBy === 'prometheus') return byPrometheus;
  const ruler: Evaluator =
    mimir.rulesBy === 'mimirtool'
      ? { as: 'files', labels: {}, within: {} }
      : { labels: mimir.selects, without: ofPrometheus(selects), within: {} };
  const { evaluates, sourceTenants } = mimir;
  return {
    ...byPrometheus,
    ...(evaluates !== 'over clusters' && { usual: { ...ruler, within: labels } }),
    ...(evaluates !== 'own' && {
      clusters: { ...ruler, ...(sourceTenants.length > 0 && { sourceTenants }) },
    }),
  };
};

/** Who evaluates the rules of a cluster that is kept in a VictoriaMetrics. */
export const byVictoriaMetrics = ({ rulesBy, scrapesBy }: VictoriaMetrics): Evaluation => {
  if (rulesBy === 'prometheus') return byPrometheus;
  const vmalert: Evaluator = { as: 'VMRule', labels: {}, within: {} };
  // Where no Prometheus scrapes, what would be its own is vmalert's too.
  return { ...byPrometheus, usual: vmalert, ...(scrapesBy === 'vmagent' && { prometheus: vmalert }) };
};
