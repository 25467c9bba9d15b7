import { isAlert } from '#alerts/rule/made.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { RecordingRule } from '#alerts/rule/recording.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import type { Exporter } from '#application/exporter/exporter.js';
import type { Host } from '#application/host/host.js';
import type { Scrape } from '#application/scrape.js';
import { isTracing } from '#application/tracing/shape.js';
import type { Tracing } from '#application/tracing/described.js';
import type { Panel } from '#dashboards/panel/panel.js';
import type { Row } from '#dashboards/row.js';
import { isObject } from '#ground/field.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { Metric } from '#promql/metric/metric.js';
import type { Integration } from '#routing/receiver/receiver.js';

const has =
  (...keys: readonly string[]) =>
  (value: unknown): boolean =>
    isObject(value) && keys.every((key) => key in value);

// What a page exports is known by its parts, as a reader knows it.
export const isApplication = (value: unknown): value is Application =>
  has('name', 'groups', 'routing', 'scrapes')(value);
export const isHost = (value: unknown): value is Host => has('described', 'retention')(value);
export const isScrape = (value: unknown): value is Scrape => has('of', 'metrics', 'interval')(value);
export const isExporter = (value: unknown): value is Exporter => has('image', 'scrape')(value);
export const isTraced = (value: unknown): value is Tracing => isTracing(value);
export const isGroup = (value: unknown): value is RuleGroup => has('records', 'alerts', 'interval')(value);
export const isRecord = (value: unknown): value is RecordingRule => has('record', 'expr')(value);
export const isDrawn = (value: unknown): value is Panel | Row =>
  isObject(value) && ['panel', 'row'].includes(String(value['type']));
export const isIntegration = (value: unknown): value is Integration => has('integration')(value);
export const isRule = (value: unknown): value is AlertRule => isAlert(value);
export const isCatalog = (value: unknown): value is MetricCatalog => {
  const parts = isObject(value) ? Object.values(value) : [];
  return parts.length > 0 && parts.every((part) => part instanceof Metric);
};

/** Alerts of what is exported: one alone, or a pack of them. */
export const alertsIn = (value: unknown): readonly AlertRule[] => {
  if (isRule(value)) return [value];
  const parts = isObject(value) ? Object.values(value) : [];
  return parts.length > 0 && parts.every(isRule) ? parts.filter(isRule) : [];
};
