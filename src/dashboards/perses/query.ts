import { valueAt } from '#ground/field.js';
import { isTrueAt, textAt } from '#ground/json.js';
import type { PanelModel } from '#dashboards/model.js';
import type { PersesQuery, Said } from './model.js';
import { sourceOf } from './source.js';

/** Perses reads no step that is more than a length or a variable: `>1m`. */
const stepOf = (interval: string | undefined): string | undefined =>
  interval !== undefined && /^(\d+(ms|[smhdwy]))+$|^\$\w+$/.test(interval) ? interval : undefined;

const prometheus = (target: unknown, { datasource, interval }: PanelModel): PersesQuery => {
  const legend = textAt(target, 'legendFormat') ?? '';
  return {
    kind: 'TimeSeriesQuery',
    spec: {
      plugin: {
        kind: 'PrometheusTimeSeriesQuery',
        spec: {
          ...sourceOf('prometheus', valueAt(target, ['datasource']) ?? datasource),
          query: textAt(target, 'expr') ?? '',
          ...(legend !== '' && legend !== '__auto' && { seriesNameFormat: legend }),
          ...(stepOf(interval) !== undefined && { minStep: stepOf(interval) }),
          ...(isTrueAt(target, 'instant') && { instant: true }),
        },
      },
    },
  };
};

/** Lines of logs, or what is counted of them. */
const loki = (target: unknown, { datasource, type }: PanelModel): PersesQuery => {
  const spec = {
    ...sourceOf('loki', valueAt(target, ['datasource']) ?? datasource),
    query: textAt(target, 'expr') ?? '',
  };
  return type === 'logs'
    ? {
        kind: 'LogQuery',
        spec: { plugin: { kind: 'LokiLogQuery', spec: { ...spec, direction: 'backward' } } },
      }
    : { kind: 'TimeSeriesQuery', spec: { plugin: { kind: 'LokiTimeSeriesQuery', spec } } };
};

/** What a query asks: what it says, else what its panel does. */
const typeOf = (target: unknown, { datasource }: PanelModel): string =>
  textAt(target, 'datasource', 'type') ?? textAt(datasource, 'type') ?? 'prometheus';

const isShown = (target: unknown): boolean => !isTrueAt(target, 'hide');
const isAsked = (target: unknown): boolean => (textAt(target, 'expr') ?? '') !== '';

/** The queries of a panel as Perses asks them: those in PromQL and LogQL. */
export const queriesOf = (model: PanelModel): Said<readonly PersesQuery[]> => {
  const shown = (model.targets ?? []).filter(isShown);
  return {
    said: shown
      .filter(isAsked)
      .map((target) => (typeOf(target, model) === 'loki' ? loki(target, model) : prometheus(target, model))),
    left: shown.every(isAsked) ? [] : ['queries that are neither PromQL nor LogQL'],
  };
};
