import { collidingLabels } from '#promql/metric/catalog.js';
import type { Scrape } from './scrape.js';

/** What is done to the labels of scraped series before they are stored. */
export type Relabeling =
  | { readonly action: 'replace'; readonly source: string; readonly regex: string; readonly target: string }
  | { readonly action: 'drop'; readonly source: string; readonly regex: string }
  | { readonly action: 'labeldrop'; readonly regex: string };

/**
 * A label that the application sets and its target has too is stored as `exported_endpoint`, while `endpoint` is the name of
 * the port. Where a catalogue declares such a label, it is moved back, once for all queries: then `endpoint` of the
 * application's metrics is the application's own, and that of `up` is still the port's.
 */
const applicationsLabelWins = ({ metrics }: Pick<Scrape, 'metrics'>): readonly Relabeling[] =>
  [...new Set(metrics.flatMap(collidingLabels))].flatMap((label): readonly Relabeling[] => {
    const source = `exported_${label}`;
    return [
      { action: 'replace', source, regex: '(.+)', target: label },
      { action: 'labeldrop', regex: source },
    ];
  });

/** What is not stored, and whose a label is that two set. */
export const relabelingsOf = (scrape: Pick<Scrape, 'metrics' | 'drop'>): readonly Relabeling[] => [
  ...scrape.drop.metrics.map((regex): Relabeling => ({ action: 'drop', source: '__name__', regex })),
  ...applicationsLabelWins(scrape),
  ...scrape.drop.labels.map((regex): Relabeling => ({ action: 'labeldrop', regex })),
];
