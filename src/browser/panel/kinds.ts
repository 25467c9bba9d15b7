import { BarGauge } from './bargauge/bargauge.js';
import { by } from './by.js';
import { type PanelKind } from './contract.js';
import { Gauge } from './gauge/gauge.js';
import { Heatmap } from './heatmap/heatmap.js';
import { Logs } from './logs/logs.js';
import { Pie } from './pie/pie.js';
import { NotDrawn } from './said.js';
import { Stat } from './stat/stat.js';
import { StateTimeline, StatusHistory } from './state/state.js';
import { Table } from './table/table.js';
import { Text } from './text/text.js';
import { TimeSeries } from './timeseries/timeseries.js';

/** How each type of Grafana's panels is drawn. */
export const kinds: Readonly<Record<string, PanelKind>> = {
  timeseries: by(TimeSeries),
  stat: by(Stat),
  gauge: by(Gauge),
  bargauge: by(BarGauge),
  table: by(Table),
  heatmap: by(Heatmap),
  piechart: by(Pie),
  logs: by(Logs),
  text: by(Text),
  'state-timeline': by(StateTimeline),
  'status-history': by(StatusHistory),
};

const notDrawn = by(NotDrawn);

/** How a panel of some type is drawn; one of a type that is not known says so. */
export const kindOf = (type: string): PanelKind =>
  (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? notDrawn;
