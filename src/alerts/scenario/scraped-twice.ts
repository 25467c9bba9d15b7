import type { TargetLabel } from '#promql/metric/label.js';
import type { Behaviour } from './behaviour.js';
import { withLabels } from './labels.js';

/**
 * Series as they come where what tells of them is scraped twice, as after a chart was installed again under another name: two of each,
 * alike, which only this label of the target tells apart. Whoever adds them up counts everything twice.
 */
export const scrapedTwice = (label: TargetLabel, series: readonly Behaviour[]): readonly Behaviour[] =>
  ['the-first', 'the-second'].flatMap((value) => series.map(withLabels({ [label]: value })));
