import type { Dashboard } from '#dashboards/dashboard.js';
import type { DashboardModel } from '#dashboards/model.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { annotationV2 } from './annotation.js';
import { layoutV2, panelsOf } from './layout.js';
import type { SpecV2 } from './model.js';
import { elementName, panelV2 } from './panel.js';
import { variableV2 } from './variable.js';

const cursors = ['Off', 'Crosshair', 'Tooltip'] as const;
const weekStarts = ['saturday', 'sunday', 'monday'] as const;

/** What Grafana's own dashboards offer to ask anew. */
const intervals = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

const timeOf = (model: DashboardModel): SpecV2['timeSettings'] => {
  const { time, refresh, timezone, timepicker, weekStart, fiscalYearStartMonth } = model;
  const begins = weekStarts.find((each) => each === weekStart);
  return {
    ...(timezone !== undefined && { timezone }),
    from: time?.from ?? 'now-6h',
    to: time?.to ?? 'now',
    autoRefresh: refresh ?? '',
    autoRefreshIntervals: timepicker?.refresh_intervals ?? intervals,
    ...(timepicker?.quick_ranges && { quickRanges: timepicker.quick_ranges }),
    hideTimepicker: timepicker?.hidden ?? false,
    ...(begins && { weekStart: begins }),
    fiscalYearStartMonth: fiscalYearStartMonth ?? 0,
    ...(timepicker?.nowDelay !== undefined && { nowDelay: timepicker.nowDelay }),
  };
};

const specOf = (model: DashboardModel): SpecV2 => {
  const { title = '', description, tags = [], links = [], panels = [], templating, annotations } = model;
  return {
    annotations: (annotations.list ?? []).map(annotationV2),
    cursorSync: cursors[model.graphTooltip ?? 0] ?? 'Off',
    ...(description !== undefined && { description }),
    editable: model.editable ?? true,
    elements: Object.fromEntries(panelsOf(panels).map((panel) => [elementName(panel), panelV2(panel)])),
    layout: layoutV2(panels),
    links: links.map(({ url, ...link }) => ({ ...link, ...(url !== undefined && url !== null && { url }) })),
    liveNow: model.liveNow ?? false,
    preload: model.preload ?? false,
    tags,
    timeSettings: timeOf(model),
    title,
    variables: (templating.list ?? []).map(variableV2),
  };
};

/**
 * A dashboard in Grafana's second model, of Grafana 13: https://grafana.com/docs/grafana/latest/as-code/observability-as-code/schema-v2/. It is the
 * classic one in other words: panels are elements, and where each stands says a layout.
 */
export const dashboardV2 = (dashboard: Dashboard): SpecV2 => specOf(dashboardModel(dashboard));
