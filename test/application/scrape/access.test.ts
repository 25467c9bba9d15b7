import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { podScrape, pods } from '#application/scrape/pods.js';
import { accessFaults } from '#application/scrape/access.js';
import { secret } from '#ground/secret.js';
import { endpoint } from '#constructs/endpoint.js';
import { prometheusFiles } from '#hosts/prometheus/prometheus.js';
import { shop, shopMetrics, web } from '../../synth/estate/shop.js';
import { asking } from './asking.js';

const token = secret('shop-metrics', 'token');
const basicAuth = { username: secret('shop-metrics', 'user'), password: secret('shop-metrics', 'password') };

describe('a target', () => {
  test('is asked by plain http, and nothing is shown, unless the scrape says otherwise', () => {
    expect(asking({}).access).toEqual({ scheme: 'http' });
  });

  test('may be asked by https without more: by the certificates that everybody trusts', () => {
    expect(asking({ scheme: 'https' }).access).toEqual({ scheme: 'https' });
  });

  test('is not asked by another protocol, where the compiler cannot see it', () => {
    // @ts-expect-error No protocol of a scrape.
    expect(() => asking({ scheme: 'htps' })).toThrow("scheme: 'htps' is none of http, https; write https");
  });

  test('that is asked by plain http has no certificate to check', () => {
    expect(accessFaults({ scheme: 'http', tls: { ca: token } })).toEqual([
      {
        where: 'tls',
        what: 'ca',
        code: 'tls-not-used',
        why: 'its targets are asked by plain http, so nothing is checked',
        cure: "write scheme: 'https', or leave tls out",
      },
    ]);
  });

  test.each(['https://shop', 'shop:8443', ''])('has a certificate of no name %j', (serverName) => {
    expect(() => asking({ scheme: 'https', tls: { serverName } })).toThrow(
      `tls.serverName: '${serverName}' is no name that a certificate could be of`,
    );
  });

  test('is shown a password or a token, not both', () => {
    expect(accessFaults({ scheme: 'https', basicAuth, bearerToken: token })).toEqual([
      {
        where: 'bearerToken',
        what: "secret('shop-metrics', 'token')",
        code: 'two-logins',
        why: 'a request has one header Authorization, and basicAuth is sent in it',
        cure: 'leave one of both out',
      },
    ]);
  });
});

describe('a Service behind the API server', () => {
  const described = (spec: object) =>
    scrape(web, { port: 'http', interval: '30s', metrics: [], scheme: 'https', ...spec });
  const rendered = (spec: object) => endpoint(described(spec));

  test('is shown the token of the service account, as a file that the operator reads', () => {
    expect(rendered({ serviceAccount: 'token' })).toMatchObject({
      bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
    });
  });

  test('is checked by the certificate that the service account knows', () => {
    expect(rendered({ serviceAccount: 'ca', tls: { serverName: 'kubernetes' } })).toMatchObject({
      tlsConfig: { caFile: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt', serverName: 'kubernetes' },
    });
  });

  test('is not checked, where somebody says why', () => {
    expect(rendered({ unverified: 'Its certificate has signed itself.' })).toMatchObject({
      tlsConfig: { insecureSkipVerify: true },
    });
  });

  test.each([
    [
      'a reason that is none',
      { unverified: '-' },
      "unverified: '-' does not say why nobody checks whose certificate it is",
    ],
    [
      'a token beside that of the service account',
      { serviceAccount: 'token', bearerToken: token },
      'serviceAccount: a request has one header Authorization, and the token of the service account is sent in it',
    ],
    [
      'two certificates to check by',
      { serviceAccount: 'token and ca', tls: { ca: token } },
      'tls.ca: certificates are checked by the one that the service account knows',
    ],
    [
      'parts that there are not',
      { serviceAccount: 'all' },
      "serviceAccount: 'all' is none of token, ca, token and ca",
    ],
  ])('is refused with %s', (_, spec, told) => {
    expect(() => described(spec)).toThrow(told);
  });

  test('is a Service: of pods and of targets the operator reads no files', () => {
    const worker = pods('worker', { namespaces: ['shop'], labels: { app: 'worker' }, ports: { http: 80 } });
    expect(() =>
      podScrape(worker, { port: 'http', interval: '30s', metrics: [], serviceAccount: 'token' }),
    ).toThrow('the operator reads its files for Services alone');
  });

  test('is in a cluster: a host has no service account', () => {
    const application = shop({ scrapes: [described({ serviceAccount: 'token', metrics: [shopMetrics] })] });
    expect(() => prometheusFiles(application)).toThrow(
      'scrapes.shop.serviceAccount: Prometheus has a service account in a cluster alone',
    );
  });
});
