import { isObject } from '#ground/field.js';
import { textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';
import { upgradedGraph } from './graph.js';
import { upgradedPiechart } from './piechart.js';
import { upgradedSinglestat } from './singlestat.js';
import { upgradedTable } from './table.js';

const upgrades: ReadonlyMap<string, (panel: Json) => Json> = new Map([
  ['graph', upgradedGraph],
  ['singlestat', upgradedSinglestat],
  ['table-old', upgradedTable],
  ['grafana-piechart-panel', upgradedPiechart],
]);

/** What a panel of any kind says. */
const kept = [
  ...['id', 'title', 'description', 'gridPos', 'datasource', 'targets', 'transparent', 'links', 'repeat'],
  ...[
    'repeatDirection',
    'maxPerRow',
    'interval',
    'maxDataPoints',
    'timeFrom',
    'timeShift',
    'hideTimeOverride',
  ],
  ...['cacheTimeout', 'transformations'],
];

/** A table of before that has kept its name: its columns are styled. */
const isOldTable = (panel: Json): boolean =>
  textAt(panel, 'type') === 'table' && Array.isArray(panel['styles']) && !isObject(panel['fieldConfig']);

/** Whether Grafana draws a panel of this kind no more. */
export const isRemoved = (panel: Json): boolean =>
  upgrades.has(textAt(panel, 'type') ?? '') || isOldTable(panel);

/** A panel as Grafana's own migrations make it of one that is drawn no more. */
export const upgraded = (panel: Json): Json => {
  if (textAt(panel, 'type') === 'text' && panel['options'] === undefined) return upgradedText(panel);
  const upgrade = isOldTable(panel) ? upgradedTable : upgrades.get(textAt(panel, 'type') ?? '');
  if (upgrade === undefined) return panel;
  return {
    ...Object.fromEntries(Object.entries(panel).filter(([key]) => kept.includes(key))),
    ...upgrade(panel),
  };
};

const upgradedText = ({ content, mode, ...rest }: Json): Json => ({
  ...rest,
  options: { content: content ?? '', mode: mode ?? 'markdown' },
});
