import type { Family } from '#catalog/exposition.js';
import type { Exported } from '#rules/against/exported.js';

const part = /_(bucket|sum|count)$/;
const inParts = ['histogram', 'summary'];

/** What a Prometheus has stored, as a program would expose it: the parts of a histogram or summary as one family. */
export const familiesStored = ({ metrics }: Exported): ReadonlyMap<string, Family> => {
  const found = new Map<string, Family>();
  for (const [name, { type, labels }] of metrics) {
    // of what nobody reads nobody has asked
    if (labels.size === 0) continue;
    const family = inParts.includes(type) ? name.replace(part, '') : name;
    const known = found.get(family) ?? { type, help: '', series: [] };
    const names = [...labels.keys()].filter((label) => label !== 'le');
    const series = Object.fromEntries(names.map((label) => [label, '']));
    const edges = [...(labels.get('le') ?? [])].map((le) => ({ ...series, le }));
    found.set(family, { ...known, series: [...known.series, series, ...edges] });
  }
  return found;
};
