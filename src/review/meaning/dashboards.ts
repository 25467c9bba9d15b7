import { numberAt, listAt, objectAt, textAt } from '#ground/json.js';
import { contentOf } from './content.js';
import type { DashboardMeant, PanelMeant } from './meaning.js';

const gridOf = (panel: unknown): string =>
  ['x', 'y', 'w', 'h'].map((side) => numberAt(panel, 'gridPos', side) ?? 0).join(',');

const queriesOf = (panel: unknown): readonly string[] =>
  listAt(panel, 'targets').flatMap((each) => textAt(each, 'expr')?.replace(/\s+/g, ' ') ?? []);

const limitText = (value: number, unit: string): string => {
  if (unit === 'percentunit') return `${Number((value * 100).toPrecision(12))}%`;
  return unit === 'percent' ? `${value}%` : `${value}`;
};

/** The steps of its thresholds; the first has no value, and is what all begin with. */
const limitsOf = (panel: unknown, unit: string): readonly string[] =>
  listAt(panel, 'fieldConfig', 'defaults', 'thresholds', 'steps').flatMap((step) => {
    const value = numberAt(step, 'value');
    return value === undefined ? [] : [limitText(value, unit)];
  });

const panelMeant = (panel: unknown, row: string): PanelMeant => {
  const { id: _id, title: _title, gridPos: _at, targets: _asked, type: _type, ...look } = objectAt(panel);
  const unit = textAt(panel, 'fieldConfig', 'defaults', 'unit') ?? '';
  return {
    id: numberAt(panel, 'id') ?? 0,
    title: textAt(panel, 'title') ?? '',
    type: textAt(panel, 'type') ?? '',
    unit,
    limits: limitsOf(panel, unit),
    row,
    queries: queriesOf(panel),
    grid: gridOf(panel),
    look: contentOf(look),
  };
};

/** Panels in the order of reading, each in its row: those of a closed one stand inside it. */
const panelsMeant = (entries: readonly unknown[]): readonly PanelMeant[] => {
  let row = '';
  return entries.flatMap((entry) => {
    if (textAt(entry, 'type') !== 'row') return [panelMeant(entry, row)];
    row = textAt(entry, 'title') ?? '';
    return listAt(entry, 'panels').map((each) => panelMeant(each, row));
  });
};

const variableText = (variable: unknown): string => {
  const query = textAt(variable, 'query') ?? textAt(variable, 'query', 'query') ?? '';
  return `${textAt(variable, 'name') ?? ''}: ${query}`;
};

/** A dashboard of Grafana's classic model, which an estate's values are rendered to and which its files hold. */
export const dashboardMeant = (model: unknown, folder: string): DashboardMeant => ({
  uid: textAt(model, 'uid') ?? '',
  title: textAt(model, 'title') ?? '',
  folder,
  panels: panelsMeant(listAt(model, 'panels')),
  variables: listAt(model, 'templating', 'list').map(variableText),
  range: textAt(model, 'time', 'from') ?? '',
  refresh: textAt(model, 'refresh') ?? '',
});
