import { datasources } from '../datasource.js';
import type { Said } from '../description.js';
import { type Panel, type PanelSpec, panel } from './panel.js';

export interface LogsSpec extends PanelSpec {
  readonly description: Said;
  /** LogQL: which streams, by at least one label, and which of their lines: `{namespace="$namespace"} |= "ERROR"`. */
  readonly logql: string;
}

/** Log lines from Loki, the newest first. */
export const logs = (title: string, spec: LogsSpec): Panel =>
  panel('logs', title, spec, {
    width: 24,
    height: 10,
    unit: 'none',
    datasource: datasources.loki,
    logql: spec.logql,
    options: {
      showTime: true,
      showLabels: false,
      showCommonLabels: false,
      showLogContextToggle: true,
      wrapLogMessage: true,
      prettifyLogMessage: false,
      enableLogDetails: true,
      sortOrder: 'Descending',
      dedupStrategy: 'none',
    },
  });
