// Panels, rows and dashboards over the same signals as alerts.
export { dashboard, type DashboardSpec, type Dashboard } from '#dashboards/dashboard.js';
export { row, type Row } from '#dashboards/row.js';
export { query, type Query } from '#dashboards/query.js';
export { labelValues, choice, type DashboardVariable } from '#dashboards/variable.js';
export { upOrDown, mappings, type Shown, type Mapped } from '#dashboards/mapping.js';
export { type Link } from '#dashboards/link.js';
export { datasource, type Datasource, type Datasources } from '#dashboards/datasource.js';
export { bargauge } from '#dashboards/panel/bargauge.js';
export { gauge as gaugePanel } from '#dashboards/panel/gauge.js';
export { heatmap, type HeatmapSpec } from '#dashboards/panel/heatmap.js';
export { logs, type LogsSpec } from '#dashboards/panel/logs.js';
export { piechart, type PiechartSpec } from '#dashboards/panel/piechart.js';
export { stat, type StatSpec } from '#dashboards/panel/stat.js';
export { table, type TableSpec } from '#dashboards/panel/table.js';
export { text, type TextSpec } from '#dashboards/panel/text.js';
export { timeseries, type TimeseriesSpec } from '#dashboards/panel/timeseries.js';
export { visualization, type Visualization, type OwnPanelSpec } from '#dashboards/panel/own.js';
export { panel, adjusted, type Panel, type PanelSpec } from '#dashboards/panel/panel.js';
export { greatestShown, scale, type Scale } from '#dashboards/panel/scale.js';
export { celeryPanels, celeryQueuePanels } from '#dashboards/celery.js';
export { hostPanels } from '#dashboards/host.js';
export { httpPanels, sizePanel } from '#dashboards/http.js';
export { nginxPanels } from '#dashboards/nginx.js';
export { poolPanels } from '#dashboards/pool.js';
export { endpointPanels, httpEndpointPanels, certificatePanels } from '#dashboards/probe.js';
export {
  postgresPanels,
  connectionPanel,
  databaseSizes,
  tableSizes,
  lockWaits,
  sessionPanel,
} from '#dashboards/postgres.js';
export { cachePanels, redisPanels, redisUpPanel } from '#dashboards/redis.js';
export { sloPanels, sloRow } from '#dashboards/slo.js';
export { queryPerformance, replicationLagPanel } from '#dashboards/statements.js';
export { volumePanels } from '#dashboards/volumes.js';
export { pageLoadPanel, userBehaviourPanel, browserErrorsPanel } from '#dashboards/web.js';
export { workloadPanels } from '#dashboards/workload.js';
