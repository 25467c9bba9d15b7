import { collidingLabels } from '#promql/metric/catalog.js';
import type { Scrape } from './scrape.js';

/** What is done to the labels of scraped series before they are stored. */
export type Relabeling =
  | { readonly action: 'replace'; readonly source: string; readonly regex: string; readonly target: string }
  | { readonly action: 'drop' | 'keep'; readonly source: string; readonly regex: string }
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

/** What alone is stored. Of nothing at all the pattern would be empty, which the operator takes for one that was not given: then all is dropped. */
const keeping = ({ kept }: Pick<Scrape, 'kept'>): readonly Relabeling[] => {
  if (kept === undefined) return [];
  return kept.length > 0
    ? [{ action: 'keep', source: '__name__', regex: kept.join('|') }]
    : [{ action: 'drop', source: '__name__', regex: '.+' }];
};

/** What is not stored, what alone is, and whose a label is that two set. */
export const relabelingsOf = (scrape: Pick<Scrape, 'metrics' | 'drop' | 'kept'>): readonly Relabeling[] => [
  ...scrape.drop.metrics.map((regex): Relabeling => ({ action: 'drop', source: '__name__', regex })),
  ...keeping(scrape),
  ...applicationsLabelWins(scrape),
  ...scrape.drop.labels.map((regex): Relabeling => ({ action: 'labeldrop', regex })),
];
