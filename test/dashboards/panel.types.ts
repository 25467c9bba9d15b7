import { above } from '#alerts/rule/condition.js';
import { type Datasource, datasource } from '#dashboards/datasource.js';
import type { PanelKind } from '#dashboards/model.js';
import { bargauge } from '#dashboards/panel/bargauge.js';
import { gauge } from '#dashboards/panel/gauge.js';
import { heatmap } from '#dashboards/panel/heatmap.js';
import { logs } from '#dashboards/panel/logs.js';
import { piechart } from '#dashboards/panel/piechart.js';
import { greatestShown } from '#dashboards/panel/scale.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { text } from '#dashboards/panel/text.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { query } from '#dashboards/query.js';
import { labelValues } from '#dashboards/variable.js';
import { bytes, gibibytes, percent, seconds } from '#promql/unit/limit.js';
import { rate, value } from '#promql/vector/select.js';
import {
  alertOn,
  baskets,
  duration,
  errorRatio,
  latency,
  memory,
  openBaskets,
  requestRate,
  requests,
  storeFill,
  usedMemory,
} from './fixture.js';

const description = 'What it shows.';
const errors = errorRatio('$__rate_interval');
const slow = latency('$__rate_interval');
const errorsHigh = alertOn('ErrorsHigh', 'critical', above(errorRatio('5m'), percent(5)));
const filling = alertOn('Filling', 'warning', above(storeFill, percent(70)));
const slowness = alertOn('Slow', 'warning', above(latency('5m'), seconds(5)));

// What must compile.
timeseries('Errors', { signal: errors });
timeseries('Errors', { description, signal: errors, legend: ({ path }) => path, limits: [errorsHigh] });
timeseries('Rate', { description, signal: requestRate('5m'), unit: 'reqps' });
timeseries('Rate', { description, signal: requestRate('5m'), legend: 'of {{ path }}' });
timeseries('Memory', {
  description,
  queries: [query(usedMemory), query(usedMemory, 'limit', { dashed: true })],
  max: gibibytes(2),
});
timeseries('Both', { description, signal: errors, right: [query(slow), query(slow, 'again')] });
stat('Baskets', { description, signal: openBaskets });
gauge('Fill', { description, signal: storeFill, limits: [filling, errorsHigh] });
gauge('Memory', { description, signal: usedMemory, max: gibibytes(2) });
table('Baskets', {
  description,
  rows: openBaskets,
  columns: { path: 'Path' },
  values: { path: { a: { color: 'red' } } },
  sortBy: 'path',
});
table('Shop', {
  description,
  numbers: { Errors: errors, Requests: requestRate('5m') },
  units: { Requests: 'reqps' },
  greatestFirst: 'Requests',
  columns: { path: 'Path' },
});
gauge('Baskets', { description, signal: openBaskets, max: greatestShown });
heatmap('Times', { description, histogram: duration });
labelValues('path', requests);

// @ts-expect-error a legend with a label that the aggregation dropped (mistake 23)
timeseries('Errors', { description, signal: errors, legend: ({ status }) => status });
// @ts-expect-error the same written as text
timeseries('Errors', { description, signal: errors, legend: 'of {{ status }}' });
// @ts-expect-error the same as text in one of several queries
timeseries('Errors', { description, queries: [query(errors, '{{path}} {{status}}')] });
// @ts-expect-error the same in one of several queries
timeseries('Errors', { description, queries: [query(errors, ({ status }) => status)] });
// @ts-expect-error logs without a description, which no metric can give
logs('Log', { logql: '{app="shop"}' });
// @ts-expect-error the same of a text
text('Note', { markdown: 'Hello.' });
// @ts-expect-error a panel without a query
timeseries('Errors', { description });
// @ts-expect-error a panel with no queries
timeseries('Errors', { description, queries: [] });
// @ts-expect-error one signal, and others
timeseries('Errors', { description, signal: errors, queries: [query(errors)] });
// @ts-expect-error queries of two units on one axis
timeseries('Both', { description, queries: [query(errors), query(slow)] });
// @ts-expect-error queries of two units on the right axis
timeseries('Both', { description, signal: errors, right: [query(slow), query(usedMemory)] });
// @ts-expect-error a unit that bytes are not shown in
timeseries('Memory', { description, signal: usedMemory, unit: 's' });
// @ts-expect-error a unit that Grafana does not know
timeseries('Rate', { description, signal: requestRate('5m'), unit: 'requests' });
// @ts-expect-error the limit of an alert on another unit
timeseries('Errors', { description, signal: errors, limits: [slowness] });
// @ts-expect-error a signal of one unit or of another
timeseries('Errors', { description, signal: Math.random() > 0.5 ? errors : slow });
// @ts-expect-error the same in one of several queries
timeseries('Errors', { description, queries: [query(Math.random() > 0.5 ? errors : slow)] });
// @ts-expect-error a query of one unit or of another
timeseries('Errors', { description, queries: [Math.random() > 0.5 ? query(errors) : query(slow)] });
// @ts-expect-error the same of an alert on another unit
gauge('Fill', { description, signal: storeFill, limits: [slowness] });
// @ts-expect-error a limit of which nobody is told (mistake 24)
gauge('Fill', { description, signal: storeFill, limits: [percent(5)] });
// @ts-expect-error the same at a colour
gauge('Fill', { description, signal: storeFill, limits: { red: percent(5) } });
// @ts-expect-error an alert at a colour that its severity does not give
gauge('Fill', { description, signal: storeFill, limits: { red: filling } });
// @ts-expect-error an end of the axis in another unit
timeseries('Memory', { description, signal: usedMemory, max: percent(100) });
// @ts-expect-error a gauge of bytes that is never full
gauge('Memory', { description, signal: usedMemory });
// @ts-expect-error the same with bars
bargauge('Memory', { description, signal: usedMemory });
// @ts-expect-error a gauge whose end is in another unit
gauge('Fill', { description, signal: storeFill, max: bytes(5) });
// @ts-expect-error a counter drawn raw (mistake 26)
stat('Requests', { description, signal: requests });
// @ts-expect-error a counter's series that nobody aggregated
stat('Requests', { description, signal: rate(requests, '5m') });
// @ts-expect-error a gauge's series that nobody aggregated
stat('Memory', { description, signal: value(memory) });
// @ts-expect-error a column for a label that the signal does not have
table('Baskets', { description, rows: openBaskets, columns: { pod: 'Pod' } });
// @ts-expect-error colours for a label that is no column
table('Baskets', { description, rows: openBaskets, columns: { path: 'Path' }, values: { pod: {} } });
// @ts-expect-error rows ordered by a label that is no column
table('Baskets', { description, rows: openBaskets, columns: { path: 'Path' }, sortBy: 'pod' });
// @ts-expect-error numbers of series with different labels in one row
table('Baskets', { description, numbers: { Open: openBaskets, Memory: usedMemory }, columns: {} });
// @ts-expect-error a number in a unit that it is not shown in
table('Shop', { description, numbers: { Errors: errors }, units: { Errors: 's' }, columns: {} });
// @ts-expect-error rows ordered by a number that is no column
table('Shop', { description, numbers: { Errors: errors }, greatestFirst: 'Time', columns: {} });
// @ts-expect-error the digits of rows that have no number
table('Baskets', { description, rows: openBaskets, decimals: 0, columns: { path: 'Path' } });
// @ts-expect-error a heatmap of what is no histogram
heatmap('Baskets', { description, histogram: baskets });
// @ts-expect-error a panel that draws no limits
piechart('Baskets', { description, signal: openBaskets, limits: [] });
// @ts-expect-error the values of a label that the metric does not have
labelValues('shelf', requests);
// @ts-expect-error an option that the kind of panel does not have
stat('Baskets', { description, signal: openBaskets, stacked: true });
// @ts-expect-error a kind of panel that Grafana removed (mistake 23)
const removed: PanelKind = 'graph';
void removed;
// @ts-expect-error a data source that nobody looked at: it has no name
const elsewhere: Datasource = { type: 'prometheus', uid: 'P1809F7CD0C75ACF3' };
void elsewhere;
const thanos = datasource('prometheus', { uid: 'thanos', name: 'Thanos' });
timeseries('Errors', { signal: errors, datasource: thanos });
// @ts-expect-error metrics asked of a Loki
timeseries('Errors', { signal: errors, datasource: datasource('loki', { uid: 'loki', name: 'Loki' }) });
// @ts-expect-error logs asked of a Prometheus
logs('Log', { description, logql: '{app="shop"}', datasource: thanos });
// @ts-expect-error a text, which asks nothing
text('Note', { description, markdown: 'Hello.', datasource: thanos });
// @ts-expect-error a kind that no panel asks
datasource('influxdb', { uid: 'influx', name: 'Influx' });
