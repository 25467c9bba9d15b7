import { type Alert, alert } from '#alerts/rule/alert.js';
import type { Severity } from '#alerts/rule/facts.js';
import type { Condition } from '#alerts/rule/condition.js';
import type { Hours } from '#alerts/rule/hours.js';
import { type Dashboard, type DashboardSpec, dashboard } from '#dashboards/dashboard.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { text } from '#dashboards/panel/text.js';
import type { PanelModel } from '#dashboards/model.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { keyed } from '#ground/keyed.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import type { Window } from '#promql/unit/window.js';
import type { Unit } from '#promql/unit/unit.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { rate, value } from '#promql/vector/select.js';

/** What a shop exports. */
export const requests = counter('shop_requests_total', {
  help: 'Requests answered.',
  labels: ['path', 'status'],
});
export const duration = histogram('shop_request_duration_seconds', {
  help: 'Time to answer a request.',
  labels: ['path'],
  buckets: [0.1, 1, 5, 10],
});
export const baskets = gauge('shop_baskets', { help: 'Baskets that are open.', labels: ['path'] });
export const memory = gauge('shop_memory_bytes', { help: 'Memory in use.' });
export const fill = gauge('shop_store_ratio', {
  help: 'How full a store is.',
  labels: ['store'],
  range: [0, 1],
});
export const started = gauge('shop_start_timestamp_seconds', { help: 'When it started.' });

const perPath = { by: ['path'] } as const;
export const requestRate = (window: Window, series = requests) => sum(rate(series, window), perPath);
export const errorRatio = (window: Window, series = requests) =>
  divide(requestRate(window, series.where({ status: /5../ })), requestRate(window, series));
export const latency = (window: Window) => histogramQuantile(0.95, duration, window, perPath);
export const openBaskets = max(value(baskets), perPath);
export const usedMemory = max(value(memory), { by: ['pod'] });
export const storeFill = max(value(fill), { by: ['store'] });
export const startTime = max(value(started), { by: ['pod'] });

/** An alert of which only the limit matters. */
export const alertOn = <L extends string, U extends Unit>(
  name: string,
  severity: Severity,
  when: Condition<L, U>,
  during?: Hours,
): Alert<L, U> => {
  const said = () => ({
    summary: 'It happens.',
    description: 'It happens.',
    meaning: 'It happens.',
    impact: 'Some.',
    check: 'Look.',
    action: 'Act.',
  });
  const labels = keyed(when.signal.labels, () => 'x');
  return alert(name, {
    limit: when.limit,
    when: ({ limit }) => ({ ...when, limit }),
    severity,
    for: '5m',
    ...(during && { during: () => during }),
    says: { ko: said, en: said },
    proof: () => ({
      fires: [{ when: 'it happens', series: [], labels, value: '1' }],
      quiet: [{ when: 'it does not', series: [] }],
    }),
  });
};

/** A dashboard of which only the panels matter, or what else is said of it. */
export const shop = (panels: DashboardSpec['panels'], spec: Partial<DashboardSpec> = {}): Dashboard =>
  dashboard('Shop', { application: 'shop', description: 'How the shop is doing.', panels, ...spec });

/** A panel as Grafana gets it. */
export const rendered = (panel: Panel, spec: Partial<DashboardSpec> = {}): PanelModel => {
  const [model] = dashboardModel(shop([panel], spec)).panels ?? [];
  if (!model || model.type === 'row') throw new Error('the panel was not rendered');
  return model;
};

/** A panel that says nothing, for tests of what stands around it. */
export const note = (title: string, size: { width?: number; height?: number } = {}): Panel =>
  text(title, { description: 'A note.', markdown: 'Hello.', ...size });
