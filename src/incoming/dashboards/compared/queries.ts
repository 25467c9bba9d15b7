import { isObject } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import { refId } from '#dashboards/query.js';
import { saying } from '#incoming/dashboards/both.js';
import { isSameExpression } from '#incoming/dashboards/expression.js';
import type { Json } from '#incoming/dashboards/read.js';
import { isSame } from './settled.js';
import { type Side, sourceOf } from './side.js';

/** A query, as far as two are compared. */
export interface Query {
  readonly promql: string;
  readonly rest: Json;
}

/** What makes no difference to what is asked. */
const idle = [
  ...['editorMode', 'step', 'metric', 'calculatedInterval', 'datasourceErrors', 'errors', 'legendLink'],
  ...['prometheusLink', 'key', 'target', 'refID', 'fullMetaSearch', 'includeNullMetadata', 'useBackend'],
  ...['disableTextWrap', 'datasource', 'expr', 'format', 'instant', 'range', 'hide', 'exemplar', 'refId'],
];

export const queriesOf = (panel: Json, side: Side): readonly Query[] =>
  listAt(panel, 'targets')
    .filter(isObject)
    .map((target, index) => ({
      promql: textAt(target, 'expr') ?? '',
      rest: {
        ...Object.fromEntries(
          Object.entries(saying(target, idle)).filter(
            ([key, value]) => key !== 'intervalFactor' || value !== 1,
          ),
        ),
        name: textAt(target, 'refId') ?? refId(index),
        format: target['format'] === 'time_series' ? undefined : target['format'],
        isInstant: target['instant'] === true,
        isRange: target['range'] ?? target['instant'] !== true,
        isHidden: target['hide'] === true,
        hasExemplars: target['exemplar'] === true,
        source: sourceOf(target['datasource'], side) ?? sourceOf(panel['datasource'], side),
      },
    }));

/** What queries ask otherwise, each by its letter: expressions are compared as trees. */
export const queryDifferences = (before: readonly Query[], after: readonly Query[]): readonly string[] =>
  before.length !== after.length
    ? ['queries']
    : before.flatMap(({ promql, rest }, i) => {
        const other = after[i];
        return [
          ...(other && isSameExpression(promql, other.promql) ? [] : [`expression ${refId(i)}`]),
          ...(other && isSame(rest, other.rest) ? [] : [`query ${refId(i)}`]),
        ];
      });
