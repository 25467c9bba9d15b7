import type { Datasource } from '#dashboards/datasource.js';
import type { Said } from '#dashboards/description.js';
import { type AnyPanelSpec, type Panel, panel } from './panel.js';

export interface LogsSpec extends AnyPanelSpec {
  /** Another Loki than that of its dashboard; its application declares it. */
  readonly datasource?: Datasource<'loki'>;
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
    asks: 'loki',
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
