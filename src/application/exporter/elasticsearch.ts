import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import { reachesAt } from '#application/network/reached.js';
import { type Secret, secretReference } from '#ground/secret.js';
import { exactly, fields, text } from '#ground/shape.js';
import { type Fault, refuse } from '#ground/fault.js';
import { caFaults } from './ca.js';
import { type AskedOverTls, type Exporter, caFile, exporter, withoutLogin } from './exporter.js';
import { little } from './resources.js';

export interface ElasticsearchSpec extends AskedOverTls {
  readonly namespace: string;
  /** Where Elasticsearch answers, without user and password: `http://elasticsearch:9200`. */
  readonly address: `http://${string}:${number}` | `https://${string}:${number}`;
  /** Where a user who may monitor is kept; none is asked for unless given. */
  readonly login?: { readonly username: Secret; readonly password: Secret };
}

/**
 * It reads the answer about all indices at once: of 300 indices version 1.10 took 40 MB, of 1,000 it took 80 MB and a second of CPU
 * for each scrape. So there is room for about 4,000.
 */
const usual = { cpu: { ...little.cpu, limit: 500 }, memory: { request: 64, limit: 256 } };

const asked = fields(
  { address: text },
  { login: exactly({ username: secretReference, password: secretReference }), ca: secretReference },
);

/** An address without a port, for which the exporter takes that of the scheme: 80, and not 9200. */
const portFaults = (address: string): readonly Fault[] =>
  /^https?:\/\/[^/]+:\d+(\/|$)/.test(address)
    ? []
    : [
        {
          where: 'address',
          what: address,
          code: 'bad-address',
          why: `'${address}' names no port`,
          cure: "write e.g. 'http://elasticsearch:9200'",
        },
      ];

/**
 * elasticsearch_exporter for one cluster, https://github.com/prometheus-community/elasticsearch_exporter.
 *
 * @throws Error on an address with a login, and on a CA for one without TLS.
 */
export const elasticsearchExporter = (
  name: string,
  { address, login, ...spec }: ElasticsearchSpec,
): Exporter => {
  refuse(`exporter ${name}`, asked('', { address, login, ca: spec.ca }));
  const uri = withoutLogin(name, address, "'http://elasticsearch:9200', and user and password as login");
  refuse(`exporter ${name}`, portFaults(uri));
  refuse(
    `exporter ${name}`,
    caFaults(spec.ca, !address.startsWith('http://'), 'write https:// in its address, or leave the ca out'),
  );
  return exporter(name, {
    image: 'quay.io/prometheuscommunity/elasticsearch-exporter:v1.9.0',
    ...reachesAt(address),
    ...spec,
    port: 9114,
    usual,
    asks: 'wget',
    needs: [`Elasticsearch at \`${address}\`${login ? '' : ', without a login'}`],
    livePath: '/healthz',
    // Of every node and of every index; else only of the node that answers.
    args: [`--es.uri=${uri}`, '--es.all', '--es.indices', ...(spec.ca ? [`--es.ca=${caFile}`] : [])],
    environment: { ...(login && { ES_USERNAME: login.username, ES_PASSWORD: login.password }) },
    metrics: [elasticsearchExporterMetrics, elasticsearchIndexMetrics],
  });
};
