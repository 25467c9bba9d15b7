import type { Datasource } from './datasource.js';

/** Where the logs of an application are kept, and how those of one series are asked for. */
export interface SeriesLogs {
  /** Who keeps them: one of the dashboard's own data sources. */
  readonly keptBy: 'loki' | 'elasticsearch';
  /** What finds them all: LogQL of streams, or a query of Lucene. */
  readonly query: string;
  /** What is added to the query for a series of one pod; nothing where lines do not say their pod. */
  readonly ofPod?: (pod: string) => string;
}

/** What Grafana fills into an address when it is followed: the name of a label's value, of the range. */
const filled = /%24%7B(__[\w.%]+?)%7D/g;

/** All is encoded but what Grafana fills in, which it encodes itself. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(filled, (_, name: string) => `\${${name}}`);

/** What each of those is asked, as Grafana's Explore puts it. */
const asked = (keptBy: SeriesLogs['keptBy'], query: string): object =>
  keptBy === 'loki'
    ? { refId: 'A', expr: query, queryType: 'range' }
    : { refId: 'A', query, metrics: [{ id: '1', type: 'logs' }], timeField: '@timestamp' };

/** The value of the label `pod` of the series that is clicked. */
const itsPod = '${__field.labels.pod}';

/**
 * The address of a series' logs in Grafana's Explore, in the range that is shown:
 * https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#generate-explore-urls-from-external-tools.
 *
 * @param hasPod Whether the series tells its pod, of which alone lines are then shown.
 */
export const exploreUrl = ({ uid, type }: Datasource, logs: SeriesLogs, hasPod: boolean): string => {
  const { keptBy, query, ofPod } = logs;
  const of = hasPod && ofPod ? `${query}${ofPod(itsPod)}` : query;
  const panes = {
    logs: {
      datasource: uid,
      queries: [{ ...asked(keptBy, of), datasource: { type, uid } }],
      range: { from: '${__from}', to: '${__to}' },
    },
  };
  return `/explore?schemaVersion=1&panes=${encoded(JSON.stringify(panes))}`;
};
