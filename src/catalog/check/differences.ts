import { isOfType } from '#catalog/compared.js';
import { edgesOf, labelsOf } from '#catalog/declared.js';
import type { Family } from '#catalog/exposition.js';
import type { Fault } from '#ground/fault.js';
import { nearest } from '#ground/nearest.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { AnyMetric, MetricInfo } from '#promql/metric/metric.js';
import { missingChildren } from './children.js';
import type { Difference } from './difference.js';
import { neverExported, withoutSeries } from './missing.js';
import { valueDifferences } from './values.js';

const ofType = ({ name, kind }: MetricInfo, { type }: Family): readonly Difference[] =>
  isOfType(type, kind)
    ? []
    : [
        {
          what: type,
          code: 'exported-otherwise',
          why: `${name} is exported as ${type}, and the catalogue has it as ${kind}`,
          cure: `make it a ${kind}: what reads it reads one`,
        },
      ];

/** Help is read by people alone. */
const ofHelp = ({ name, help }: MetricInfo, family: Family): readonly Difference[] =>
  family.help === '' || family.help.trim() === help.trim()
    ? []
    : [
        {
          what: family.help,
          code: 'exported-otherwise',
          why: `the help of ${name} is '${family.help}', and that of the catalogue '${help}'`,
          cure: 'say the same in both',
          isHint: true,
        },
      ];

const more = (name: string, label: string): Difference => ({
  what: label,
  code: 'not-declared',
  why: `${name} has a label ${label} that the catalogue does not declare`,
  cure:
    label === 'pid'
      ? 'say how worker processes are told together: multiprocess_mode="livesum", "livemax" or "livemin"'
      : 'leave it out, or add it to the labels of the catalogue',
});

const ofLabels = ({ name, ownLabels }: MetricInfo, family: Family): readonly Difference[] => {
  const exported = labelsOf(family);
  const others = exported.filter((label) => !ownLabels.includes(label));
  const fewer = ownLabels.filter((label) => !exported.includes(label));
  return [
    ...fewer.map((label): Difference => {
      const meant = nearest(label, others);
      return {
        what: label,
        code: 'exported-otherwise',
        why: `${name} has no label ${label}`,
        cure: meant === undefined ? 'set it with each observation' : `call ${meant} so`,
      };
    }),
    ...others.map((label) => more(name, label)),
  ];
};

const ofBuckets = (info: MetricInfo, family: Family): readonly Difference[] => {
  const { name, kind, buckets, stored } = info;
  const edges = edgesOf(family);
  // Of a native histogram without classic buckets there are none to compare.
  if (kind !== 'histogram' || buckets === undefined || edges.join() === buckets.join()) return [];
  if (stored === 'native' || family.type !== 'histogram') return [];
  return [
    {
      what: edges.join(', '),
      code: 'exported-otherwise',
      why: `${name} has the buckets ${edges.join(', ') || 'of none'}, and the catalogue ${buckets.join(', ')}`,
      cure: "give it the catalogue's: limits are compared at their edges",
    },
  ];
};

const ofMetric = ({ info }: AnyMetric, family: Family): readonly Difference[] => [
  ...ofType(info, family),
  ...ofHelp(info, family),
  ...ofLabels(info, family),
  ...ofBuckets(info, family),
  ...valueDifferences(info, family),
  ...missingChildren(info, family),
];

/** In what a program differs from what its catalogues declare: each fault is at the metric's name, and says what to do in the program. */
export const programDifferences = (
  catalogs: readonly MetricCatalog[],
  exported: ReadonlyMap<string, Family>,
): readonly Fault[] => {
  const metrics = new Map(
    catalogs.flatMap((each) => Object.values(each).map((metric) => [metric.info.name, metric] as const)),
  );
  const others = new Map([...exported].filter(([name]) => !metrics.has(name)));
  return [...metrics.values()].flatMap((metric) => {
    const family = exported.get(metric.info.name);
    const found =
      family === undefined
        ? [neverExported(metric, others)]
        : family.series.length === 0
          ? [...ofType(metric.info, family), withoutSeries(metric)]
          : ofMetric(metric, family);
    return found.map((difference) => ({ where: '', ...difference }));
  });
};
