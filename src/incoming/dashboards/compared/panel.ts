import { listAt, objectAt, textAt } from '#ground/json.js';
import { saying } from '#incoming/dashboards/both.js';
import type { Json } from '#incoming/dashboards/read.js';
import type { Grid } from '#incoming/dashboards/section.js';
import { customOf, fieldOf, optionsOf } from '#incoming/dashboards/usual.js';
import { type Side, sourceOf } from './side.js';

/** What of a panel is compared, by what it is called. Queries are compared by themselves, as trees. */
export const aspects = (panel: Json, grid: Grid, side: Side): Readonly<Record<string, unknown>> => {
  const { unit, thresholds, custom, ...field } = objectAt(panel, 'fieldConfig', 'defaults');
  const { id: _id, ...rest } = panel;
  const kind = textAt(panel, 'type') ?? '';
  return {
    title: textAt(panel, 'title') ?? '',
    kind,
    description: (textAt(panel, 'description') ?? '').trim(),
    ...{ unit, thresholds },
    custom: customOf(kind, objectAt(custom)),
    field: fieldOf(kind, field),
    options: optionsOf(kind, objectAt(panel, 'options')),
    overrides: listAt(panel, 'fieldConfig', 'overrides'),
    transformations: listAt(panel, 'transformations'),
    place: grid,
    // What asks nothing has none, whatever stands there.
    'data source': listAt(panel, 'targets').length > 0 ? sourceOf(panel['datasource'], side) : undefined,
    others: saying(rest, said),
  };
};
const said = [
  ...[
    'type',
    'title',
    'description',
    'gridPos',
    'targets',
    'fieldConfig',
    'options',
    'transformations',
    'panels',
  ],
  ...['datasource', 'collapsed', 'scopedVars', 'repeatIteration', 'editable', 'error', 'span', 'height'],
  ...['renderer', 'isNew', 'hasRefresh', 'version', 'autoMigrateFrom'],
];
