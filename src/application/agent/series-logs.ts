import type { SeriesLogs } from '#dashboards/series-logs.js';
import { quoted } from '#promql/expr/string-text.js';
import type { Filebeat } from './filebeat.js';
import type { FluentBit } from './fluent-bit.js';
import { streams } from './streams.js';

/** How what an application's agent sends on is found: every series of its dashboards leads there. */
export const seriesLogs = (logs: Filebeat | FluentBit): SeriesLogs =>
  logs.name === 'filebeat'
    ? {
        keptBy: 'elasticsearch',
        query: `service.name:(${logs.inputs.map(({ service }) => service).join(' OR ')})`,
      }
    : { keptBy: 'loki', query: streams(logs), ofPod: (pod) => ` | pod=${quoted(pod)}` };
