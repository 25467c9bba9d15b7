import {
  elasticsearchExporterMetrics,
  elasticsearchIndexMetrics,
} from '../../metrics/elasticsearch-exporter.js';
import type { Secret } from '../../ground/secret.js';
import { type Asked, type Exporter, exporter, withoutLogin } from './exporter.js';

export interface ElasticsearchSpec extends Asked {
  readonly namespace: string;
  /** Where Elasticsearch answers, without user and password: `http://elasticsearch:9200`. */
  readonly address: `http://${string}:${number}` | `https://${string}:${number}`;
  /** Where a user who may monitor is kept; none is asked for unless given. */
  readonly login?: { readonly username: Secret; readonly password: Secret };
}

/**
 * elasticsearch_exporter for one cluster, https://github.com/prometheus-community/elasticsearch_exporter.
 *
 * @throws Error on an address with a login.
 */
export const elasticsearchExporter = (
  name: string,
  { address, login, ...spec }: ElasticsearchSpec,
): Exporter =>
  exporter(name, {
    ...spec,
    image: 'quay.io/prometheuscommunity/elasticsearch-exporter:v1.9.0',
    port: 9114,
    asks: 'wget',
    needs: [`Elasticsearch at \`${address}\`${login ? '' : ', without a login'}`],
    livePath: '/healthz',
    // Of every node and of every index; else only of the node that answers.
    args: [
      `--es.uri=${withoutLogin(name, address, "'http://elasticsearch:9200', and user and password as login")}`,
      '--es.all',
      '--es.indices',
    ],
    environment: { ...(login && { ES_USERNAME: login.username, ES_PASSWORD: login.password }) },
    metrics: [elasticsearchExporterMetrics, elasticsearchIndexMetrics],
  });
