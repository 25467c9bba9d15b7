import type { Fault } from '#ground/fault.js';
import { atField } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import type { Law } from '#laws/law.js';
import type { Mimir } from '#platform/engine/mimir.js';
import { inEach } from '#laws/apart.js';

const matches = (
  labels: Readonly<Record<string, string>> = {},
  wanted: Readonly<Record<string, string>>,
): boolean => Object.entries(wanted).every(([label, value]) => labels[label] === value);

const said = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}: ${value}`)
    .join(', ') || 'no label at all';

const ofObject = (
  { path, manifest }: Rendered,
  mimir: Mimir,
  byPrometheus: Readonly<Record<string, string>>,
): readonly Fault[] => {
  const { labels } = manifest.metadata;
  const isPrometheus = matches(labels, byPrometheus);
  const isAlloys = mimir.rulesBy === 'alloy' && matches(labels, mimir.selects);
  if (isPrometheus !== isAlloys) return [];
  const where = atField(path, 'metadata.labels');
  const what = said(labels ?? {});
  return isPrometheus
    ? [
        {
          where,
          what,
          code: 'evaluated-twice',
          why: `Prometheus takes it up by ${said(byPrometheus)}, and Alloy loads it into Mimir by ${said(mimir.selects)}`,
          cure: 'let Prometheus select by a label that Alloy’s rules lack, as selects.rules.labels.release, and mimir by another',
        },
      ]
    : [
        {
          where,
          what,
          code: 'evaluated-by-none',
          why: `Prometheus takes up ${said(byPrometheus)}${mimir.rulesBy === 'alloy' ? `, and Alloy ${said(mimir.selects)}` : ''}`,
          cure: 'label it as one of the two takes it up',
        },
      ];
};

/** Where the ruler of Mimir evaluates rules, each object of rules is Prometheus's or Alloy's: never both's, never nobody's. */
export const everyRuleIsEvaluatedOnce: Law = inEach(({ objects, cluster }) => {
  const engine = cluster?.platform.engine;
  if (engine?.name !== 'mimir') return [];
  return objects
    .filter(({ manifest }) => manifest.kind === 'PrometheusRule')
    .flatMap((each) => ofObject(each, engine, cluster?.platform.selects.rules.labels ?? {}));
});
