// Panels, rows and dashboards over the same signals as alerts.
export { dashboard, type DashboardSpec, type Dashboard } from '#dashboards/dashboard.js';
export {
  configMaps,
  grafanaDashboards,
  grafanaResources,
  persesDashboards,
  persesConfigMaps,
  type DashboardForm,
  type InstanceLabels,
  type OfGrafanas as GrafanasSpec,
} from '#dashboards/form.js';
export { row, type Row, type RowOptions } from '#dashboards/row.js';
export { query, type Query, type SeriesColor, type Signals } from '#dashboards/query.js';
export {
  labelValues,
  choice,
  rawVariable,
  type DashboardVariable,
  type Asked as VariableQuery,
  type Choosing as VariableOptions,
} from '#dashboards/variable.js';
export { drawn, type DrawnOverride, type DrawnSpec } from '#dashboards/panel/drawn.js';
export { rawPanelQuery, rawTarget, type RawPanelQuery } from '#dashboards/raw-query.js';
export { upOrDown, type Shown, type Mapped } from '#dashboards/mapping.js';
export { mark, type Mark, type MarkSpec } from '#dashboards/mark.js';
export { type Said as PanelText } from '#dashboards/description.js';
export { type AlertOn } from '#dashboards/limits.js';
export { type Link } from '#dashboards/link.js';
export {
  datasource,
  type Datasource,
  type Datasources,
  type DatasourceType,
} from '#dashboards/datasource.js';
export {
  workPanels,
  connectionPanels as activeConnectionPanels,
  type Work as WorkPanelSpec,
} from '#dashboards/activity.js';
export { bargauge } from '#dashboards/panel/bargauge.js';
export { gauge as gaugePanel } from '#dashboards/panel/gauge.js';
export { heatmap, type HeatmapSpec } from '#dashboards/panel/heatmap.js';
export { logs, type LogsSpec } from '#dashboards/panel/logs.js';
export { piechart, type PiechartSpec } from '#dashboards/panel/piechart.js';
export { stat, type StatSpec } from '#dashboards/panel/stat.js';
export { table, type TableSpec } from '#dashboards/panel/table.js';
export { text, type TextSpec } from '#dashboards/panel/text.js';
export { type ExpectedValues } from '#dashboards/panel/expected.js';
export { queryEarlier, type Earlier } from '#dashboards/panel/earlier.js';
export { timeseries, type TimeseriesSpec } from '#dashboards/panel/timeseries.js';
export { visualization, type Visualization, type OwnPanelSpec } from '#dashboards/panel/own.js';
export { adjusted, type Panel, type PanelSpec } from '#dashboards/panel/panel.js';
export { greatestShown, type Scale } from '#dashboards/panel/scale.js';
export {
  celeryPanels,
  celeryQueuePanels,
  type QueueAlerts as CeleryQueuePanelAlerts,
  type TaskAlerts as CeleryPanelAlerts,
} from '#dashboards/celery.js';
export { hostPanels, type HostAlerts as HostPanelAlerts, type HostMetrics } from '#dashboards/host.js';
export {
  httpPanels,
  sizePanel,
  type HttpAlerts as HttpPanelAlerts,
  type Sizes as HttpSizes,
} from '#dashboards/http.js';
export { routePanels, routeTable, type RouteMetrics, type Routes } from '#dashboards/routes.js';
export { nginxPanels, type UseMetrics as NginxUseMetrics } from '#dashboards/nginx.js';
export { upPanel, type UpSpec } from '#dashboards/up.js';
export { poolPanels } from '#dashboards/pool.js';
export {
  endpointPanels,
  httpEndpointPanels,
  certificatePanels,
  type HttpMetrics as HttpProbePanelMetrics,
} from '#dashboards/probe.js';
export {
  postgresPanels,
  connectionPanel,
  connectionSharePanel,
  databaseSizes,
  tableSizes,
  lockWaits,
  sessionPanel,
  type SessionMetrics as DatabaseSessionMetrics,
  type StorageMetrics as DatabaseStorageMetrics,
  type WaitMetrics as LockWaitMetrics,
} from '#dashboards/postgres.js';
export {
  cachePanels,
  evictionPanel,
  redisPanels,
  redisUpPanel,
  type GoneMetrics as RedisGoneMetrics,
  type UseMetrics as RedisUseMetrics,
} from '#dashboards/redis.js';
export { sloPanels, sloRow } from '#dashboards/slo/panels.js';
export { sloTable } from '#dashboards/slo/objectives.js';
export { type Alerts as SloPanelAlerts } from '#dashboards/slo/alerts.js';
export {
  queryPanels,
  replicationLagPanel,
  type ReplicationMetrics,
  type StatementMetrics,
} from '#dashboards/statements.js';
export { volumePanels, type ShownVolumes } from '#dashboards/volumes.js';
export {
  pageLoadPanels,
  userBehaviourPanels,
  browserErrorsPanel,
  type ErrorMetrics as BrowserErrorMetrics,
  type VisitMetrics,
} from '#dashboards/web.js';
export { visitPanels } from '#dashboards/visits.js';
export { lighthousePanels } from '#dashboards/lighthouse.js';
export { queryTimePanel } from '#dashboards/query-time.js';
export {
  workloadPanels,
  type ContainerAlerts as WorkloadPanelAlerts,
  type ContainerMetrics as WorkloadPanelMetrics,
} from '#dashboards/workload.js';
export { deploymentPanels, type ReplicaMetrics } from '#dashboards/deployments.js';
export { type Size as PanelSize } from '#dashboards/layout.js';
export { type OwnOptions } from '#dashboards/model.js';
export { alarmPanels, shortAlarmsPanel } from '#dashboards/alarms.js';
export {
  droppedRecords,
  sentRecords,
  type DroppedMetrics as LogsDroppedMetrics,
  type SentMetrics as LogsSentMetrics,
} from '#alerts/logs/records.js';
export { rejectedResources, type OperatorMetrics } from '#alerts/operator/rejected.js';
