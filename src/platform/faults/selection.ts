import type { Fault } from '#ground/fault.js';
import { labelFaults } from '#ground/grammar.js';
import type { Platform } from '#platform/platform.js';
import { selected } from '#platform/platform.js';

type Selecting = Pick<Platform, 'release' | 'selects'>;

/** What the chart's own ServiceMonitors and rules carry: the release, and what each kind is selected by. One label has one value on both. */
const contradictions = ({ release, selects }: Selecting): readonly Fault[] => {
  const carried = new Map([['release', release]]);
  return (['serviceMonitors', 'rules'] as const).flatMap((kind) =>
    Object.entries(selects[kind].labels).flatMap(([label, value]) => {
      const has = carried.get(label) ?? value;
      carried.set(label, has);
      return has === value
        ? []
        : [
            {
              where: `selects.${kind}.labels.${label}`,
              what: value,
              code: 'leaves-out-its-own',
              why: `what the chart itself brings carries ${label}: ${has}, so that Prometheus would leave it out`,
              cure: `select by ${label}: ${has}, or by another label`,
            },
          ];
    }),
  );
};

/** What is wrong with what a platform takes up. */
export const selectionFaults = (platform: Selecting): readonly Fault[] => [
  ...selected.flatMap((what) => {
    const { labels, namespaces } = platform.selects[what];
    return [
      ...labelFaults(`selects.${what}.labels`, labels),
      ...labelFaults(`selects.${what}.namespaces`, namespaces),
    ];
  }),
  ...contradictions(platform),
];
