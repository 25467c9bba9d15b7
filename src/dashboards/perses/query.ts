import { isTrueAt, objectAt, textAt } from '#ground/json.js';
import type { PanelModel } from '#dashboards/model.js';
import type { PersesQuery } from './model.js';
import { sourceOf } from './source.js';

const prometheus = (target: unknown, interval: string | undefined): PersesQuery => {
  const legend = textAt(target, 'legendFormat') ?? '';
  return {
    kind: 'TimeSeriesQuery',
    spec: {
      plugin: {
        kind: 'PrometheusTimeSeriesQuery',
        spec: {
          ...sourceOf('prometheus', objectAt(target, 'datasource')),
          query: textAt(target, 'expr') ?? '',
          ...(legend !== '' && legend !== '__auto' && { seriesNameFormat: legend }),
          ...(interval !== undefined && { minStep: interval }),
          ...(isTrueAt(target, 'instant') && { instant: true }),
        },
      },
    },
  };
};

const loki = (target: unknown): PersesQuery => ({
  kind: 'LogQuery',
  spec: {
    plugin: {
      kind: 'LokiLogQuery',
      spec: {
        ...sourceOf('loki', objectAt(target, 'datasource')),
        query: textAt(target, 'expr') ?? '',
        direction: 'backward',
      },
    },
  },
});

/** The queries of a panel as Perses asks them. */
export const queriesOf = ({ targets = [], interval }: PanelModel): readonly PersesQuery[] =>
  targets
    .filter((target) => !isTrueAt(target, 'hide'))
    .map((target) =>
      textAt(target, 'datasource', 'type') === 'loki' ? loki(target) : prometheus(target, interval),
    );
