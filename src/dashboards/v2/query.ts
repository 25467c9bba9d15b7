import { isTrueAt, textAt } from '#ground/json.js';
import type { OwnOptions } from '#dashboards/model.js';
import { refId } from '#dashboards/query.js';
import type { PanelQueryV2, QueryV2 } from './model.js';

/** The version of what a data source takes for a query, of which Grafana knows none but this. */
const version = 'v0';

/** A query of a data source: what speaks there is its group, and by its uid it is named. */
export const queryV2 = (source: unknown, spec: OwnOptions): QueryV2 => {
  const uid = textAt(source, 'uid');
  return {
    kind: 'DataQuery',
    group: textAt(source, 'type') ?? '',
    version,
    ...(uid !== undefined && { datasource: { name: uid } }),
    spec,
  };
};

/** A target of a panel, which says itself what it asks, or leaves it to its panel. */
export const panelQueryV2 = (target: OwnOptions, ofPanel: unknown, index: number): PanelQueryV2 => {
  const { refId: name, hide: _, datasource = ofPanel, ...spec } = target;
  return {
    kind: 'PanelQuery',
    spec: {
      query: queryV2(datasource, spec),
      refId: typeof name === 'string' ? name : refId(index),
      hidden: isTrueAt(target, 'hide'),
    },
  };
};
