import { describe, expect, test } from '@jest/globals';
import { elasticsearchExporter } from '#application/exporter/elasticsearch.js';
import { nginxExporter } from '#application/exporter/nginx.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { redisExporter } from '#application/exporter/redis.js';
import { host } from '#application/host/host.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { secret } from '#ground/secret.js';
import { shop, web } from '../synth/estate/shop.js';
import { untyped } from '../untyped.js';

const key = secret('shop-db', 'password');
const described = (facts: object) => untyped(shop, facts);
const served = (facts: object) =>
  untyped(service, 'shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 80 }, ...facts });
const asked = (facts: object) =>
  untyped(scrape, web, { port: 'http', interval: '30s', metrics: [], ...facts });
const postgres = (facts: object) =>
  untyped(postgresExporter, 'db', {
    namespace: 'shop',
    database: 'shop-db:5432/shop',
    user: key,
    password: key,
    sslMode: 'disable',
    ...facts,
  });

describe('where types are put aside, it is refused for (mistake 86)', () => {
  test.each([
    ['a language', described({ language: 'kr' }), "language: 'kr' is no language that is known here"],
    [
      'a place',
      described({ place: { platform: 'kubernets' } }),
      'place: an object is not made by onKubernetes, dockerCompose(…) or place(…)',
    ],
    [
      'an enforced label',
      described({ enforcedNamespaceLabel: 'ns' }),
      "enforcedNamespaceLabel: 'ns' is none of namespace",
    ],
    [
      'a Grafana that is no address',
      described({ grafana: 'grafana.example.org' }),
      "'grafana.example.org' is no address of a browser",
    ],
    ['a field that is misspelt', described({ realease: 'x' }), "there is no field 'realease'"],
    ['a runbook that is a text', described({ runbook: 'https://x' }), 'is no function'],
    ['a namespace in the place of a list', served({ namespaces: 'shop' }), "namespaces: 'shop' is no list"],
    ['no namespace', served({ namespaces: [] }), 'it is in no namespace'],
    [
      'a port in quotes',
      served({ ports: { http: '8080' } }),
      "ports.http: '8080' is no number; write a number without quotes",
    ],
    [
      'a data source that is a text',
      described({ datasources: { prometheus: 'thanos' } }),
      "datasources.prometheus: 'thanos' is no object of fields",
    ],
    [
      'a data source of another kind',
      described({ datasources: { prometheus: { type: 'loki', uid: 'a', name: 'A' } } }),
      "datasources.prometheus: what asks a prometheus would ask a loki; write prometheus: datasource('prometheus', { … })",
    ],
    ['a label that is a number', served({ labels: { app: 5 } }), 'labels.app: 5 is no text'],
    [
      'a port that the Service does not have',
      asked({ port: 'htp' }),
      "port: Service shop has no port 'htp'; write http",
    ],
    ['a scheme', asked({ scheme: 'htps' }), "scheme: 'htps' is none of http, https; write https"],
    ['an interval that is a number', asked({ interval: 30 }), 'interval: 30 is no length of time'],
    [
      'a field of TLS that there is not',
      asked({ scheme: 'https', tls: { insecureSkipVerify: true } }),
      "tls.insecureSkipVerify: there is no field 'insecureSkipVerify'",
    ],
    [
      'a mode of TLS',
      postgres({ sslMode: 'on' }),
      "sslMode: 'on' is none of disable, require, verify-ca, verify-full",
    ],
    [
      'a mode of TLS that checks by nothing',
      postgres({ sslMode: 'verify-full' }),
      "sslMode 'verify-full' checks the server's certificate, and nothing says by which",
    ],
    [
      'an address of no port',
      untyped(elasticsearchExporter, 'es', { namespace: 'shop', address: 'http://es' }),
      "'http://es' names no port",
    ],
    [
      'an address of another protocol',
      untyped(nginxExporter, 'nginx', { namespace: 'shop', status: 'ftp://nginx/x' }),
      'its address is no URL',
    ],
    [
      'a server that a host does not have',
      untyped(host, shop(), { ports: { grafna: 3001 } }),
      "ports.grafna: there is no field 'grafna', so nobody reads it; write grafana",
    ],
  ])('%s', (_, made, why) => {
    expect(made).toThrow(why);
  });
});

describe('a password is refused, and not told, that stands in', () => {
  test.each([
    ['the address of a database', postgres({ database: 'postgres://shop:hunter2@shop-db:5432/shop' })],
    ['the options of a database', postgres({ database: 'shop-db:5432/shop?password=hunter2' })],
    ['the place of a Secret of PostgreSQL', postgres({ password: 'hunter2' })],
    [
      'the place of a Secret of Redis',
      untyped(redisExporter, 'redis', { namespace: 'shop', address: 'redis:6379', password: 'hunter2' }),
    ],
    [
      'the place of a Secret of Elasticsearch',
      untyped(elasticsearchExporter, 'es', {
        namespace: 'shop',
        address: 'http://es:9200',
        login: { username: key, password: 'hunter2' },
      }),
    ],
    ['the place of a token', asked({ bearerToken: 'hunter2' })],
    ['a login', asked({ basicAuth: { username: key, password: 'hunter2' } })],
    ['the address of Grafana', described({ grafana: 'https://admin:hunter2@grafana.example.org' })],
  ])('%s', (_, made) => {
    expect(made).toThrow(/^(?![^]*hunter2)/);
  });
});
