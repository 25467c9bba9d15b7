import {
  elasticsearchExporterMetrics,
  elasticsearchIndexMetrics,
} from '../../metrics/elasticsearch-exporter.js';
import type { Secret } from '../../routing/secret.js';
import { type Asked, type Exporter, exporter } from './exporter.js';

export interface ElasticsearchSpec extends Asked {
  readonly namespace: string;
  /** Where Elasticsearch answers, without user and password: `http://elasticsearch:9200`. */
  readonly address: `http://${string}:${number}` | `https://${string}:${number}`;
  /** Where a user who may monitor is kept; none is asked for unless given. */
  readonly login?: { readonly user: Secret; readonly password: Secret };
}

/** elasticsearch_exporter for one cluster, https://github.com/prometheus-community/elasticsearch_exporter. */
export const elasticsearchExporter = (
  name: string,
  { address, login, ...spec }: ElasticsearchSpec,
): Exporter =>
  exporter(name, {
    ...spec,
    image: 'quay.io/prometheuscommunity/elasticsearch-exporter:v1.9.0',
    port: 9114,
    livePath: '/healthz',
    // Of every node and of every index; else only of the node that answers.
    args: [`--es.uri=${address}`, '--es.all', '--es.indices'],
    environment: { ...(login && { ES_USERNAME: login.user, ES_PASSWORD: login.password }) },
    metrics: [elasticsearchExporterMetrics, elasticsearchIndexMetrics],
  });
