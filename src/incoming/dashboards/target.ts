import { isTrueAt, textAt } from '#ground/json.js';
import { type Query, refId } from '#dashboards/query.js';
import { rawPanelQuery, rawTarget } from '#dashboards/raw-query.js';
import { type Code, called } from '#incoming/code/code.js';
import { type Both, jsonCode, saying, saysNothing } from './both.js';
import type { Json } from './read.js';
import { askedSource } from './source-of.js';

/** What editors and older Grafanas keep in a query, and nobody reads. */
const unread = [
  ...['editorMode', 'step', 'metric', 'calculatedInterval', 'datasourceErrors', 'errors', 'legendLink'],
  ...['prometheusLink', 'key', 'target', 'refID', 'fullMetaSearch', 'includeNullMetadata', 'useBackend'],
  ...['disableTextWrap'],
];

/** Where a query stands: its dashboard, and what its panel asks. */
export interface Asking {
  readonly model: Json;
  readonly source: unknown;
}

/** A data source, where it is another than that of the panel. */
const unlike = (source: unknown, ofPanel: unknown): unknown =>
  JSON.stringify(source) === JSON.stringify(ofPanel) ? undefined : source;

/** What else is said of a query than words of ours say, without what is so anyway. */
const moreOf = (target: Json, index: number, { model, source: ofPanel }: Asking): Json => {
  const source = unlike(askedSource(target['datasource'], model), ofPanel);
  const rest = saying(target, [...unread, 'expr', 'legendFormat', 'format', 'instant', 'datasource']);
  const isUsual = (key: string, value: unknown): boolean =>
    (key === 'refId' && value === refId(index)) ||
    (key === 'intervalFactor' && value === 1) ||
    (key === 'hide' && value === false) ||
    (key === 'exemplar' && value === false) ||
    (key === 'range' && value === !isTrueAt(target, 'instant'));
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([key, value]) => !isUsual(key, value))),
    ...(isKnownFormat(target['format']) ? {} : { format: target['format'] }),
    ...(source !== undefined && { datasource: source }),
  };
};

const isKnownFormat = (format: unknown): boolean =>
  saysNothing(format) || format === 'time_series' || formats.some((each) => each === format);

const formats = ['table', 'heatmap'] as const;

/** What asks no Prometheus is JSON that is kept as it is. */
const isPromql = (target: Json): boolean =>
  typeof target['expr'] === 'string' &&
  target['rawSql'] === undefined &&
  !['loki', 'elasticsearch', 'influxdb', 'graphite'].includes(textAt(target, 'datasource', 'type') ?? '');

/** How an expression is written in typed words; nothing where it is not. */
export type TypedQuery = (promql: string) => Code | undefined;

const promqlOf = (target: Json, index: number, asking: Asking, typed: TypedQuery): Both<Query> => {
  const promql = textAt(target, 'expr') ?? '';
  const legend = textAt(target, 'legendFormat') ?? '';
  const format = formats.find((each) => each === target['format']);
  const more = moreOf(target, index, asking);
  const said = {
    ...(legend !== '' && { legend }),
    ...(isTrueAt(target, 'instant') && { instant: true }),
    ...(format !== undefined && { format }),
    ...(Object.keys(more).length > 0 && { more }),
  };
  const signal = Object.keys(said).join() === 'legend' ? typed(promql) : undefined;
  return {
    code:
      signal === undefined
        ? called('rawPanelQuery', jsonCode(promql), ...(Object.keys(said).length > 0 ? [jsonCode(said)] : []))
        : called('query', signal, jsonCode(legend)),
    value: rawPanelQuery(promql, said),
  };
};

/** A query of a panel, and how it is written. */
export const queryOf = (target: Json, index: number, asking: Asking, typed: TypedQuery): Both<Query> => {
  if (isPromql(target)) return promqlOf(target, index, asking, typed);
  const source = unlike(askedSource(target['datasource'], asking.model), asking.source);
  const kept = {
    ...saying(target, ['datasource', ...(target['refId'] === refId(index) ? ['refId'] : [])]),
    ...(source !== undefined && { datasource: source }),
  };
  return { code: called('rawTarget', jsonCode(kept)), value: rawTarget(kept) };
};
