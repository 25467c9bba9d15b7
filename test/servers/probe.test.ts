import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blackboxExporter } from '#application/exporter/blackbox.js';
import { host } from '#application/host/host.js';
import { probe } from '#application/scrape/probe.js';
import { targetsOf } from '#application/target.js';
import { secret } from '#ground/secret.js';
import { withFolder } from '../hosts/folder.js';
import { contentOf, render, textOf } from '../hosts/rendered.js';
import { generatedJob } from '../operator/probe.js';
import { objectsOf, only } from '../synth/estate/objects.js';
import { probingShop } from '../synth/estate/probing.js';
import { certificateOf } from './certificate.js';
import { eventually } from '#servers/eventually.js';
import { type Sample, query } from './query.js';
import { withServer } from '#servers/server.js';

const modules = {
  site: {
    prober: 'http',
    onlyHttps: true,
    body: { holds: [/^well/] },
    tls: { ca: secret('shop-tls', 'ca.crt'), serverName: 'shop.example' },
    basicAuth: { username: 'prober', password: secret('shop-prober', 'password') },
  },
  strangers: { prober: 'http' },
  port: { prober: 'tcp' },
} as const;
const through = blackboxExporter('blackbox', { namespace: 'shop-prod', modules });

/** A shop that is asked where these listen. */
const askedAt = (tls: string, plain: string) => {
  const asked = { through, interval: '30s' } as const;
  const site = probe('site', {
    ...asked,
    module: 'site',
    targets: [`https://${tls}/`, `https://${tls}/broken`],
  });
  const strangers = probe('strangers', { ...asked, module: 'strangers', targets: [`https://${tls}/`] });
  const port = probe('port', { ...asked, module: 'port', targets: [plain, '127.0.0.1:1'] });
  return { shop: probingShop({ scrapes: [site, strangers, port], exporters: [through] }), scrapes: [site] };
};

const listening = async (server: Server): Promise<string> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return `127.0.0.1:${address.port}`;
};

const servers: Server[] = [];
afterAll(() =>
  servers.forEach((server) => {
    server.closeAllConnections();
    server.close();
  }),
);

type Query = 'probe_success' | 'probe_ssl_earliest_cert_expiry' | 'up';
const queries: readonly Query[] = ['probe_success', 'probe_ssl_earliest_cert_expiry', 'up'];

describe('a real blackbox_exporter, with the file of a host, asks for a real Prometheus,', () => {
  const answers = new Map<string, Readonly<Record<Query, readonly Sample[]>>>();
  let tls: string;
  let plain: string;

  beforeAll(async () => {
    const certificate = await certificateOf('shop.example');
    const login = `Basic ${Buffer.from('prober:pa55').toString('base64')}`;
    const secure = createTlsServer(certificate, ({ url, headers }, response) =>
      headers.authorization === login
        ? response.end(url === '/' ? 'well' : 'broken')
        : response.writeHead(401).end(),
    );
    servers.push(secure, createServer());
    [tls = '', plain = ''] = await Promise.all(servers.map(listening));
    const { shop } = askedAt(tls, plain);
    const { files } = render(host(shop));
    const { scrape_configs } = contentOf<{ readonly scrape_configs: readonly { job_name: string }[] }>(
      files,
      'prometheus.yml',
    );
    const jobs = {
      'a host': scrape_configs.filter(({ job_name }) => job_name.startsWith('probe/')),
      'the operator': ['site', 'strangers', 'port'].map((name) =>
        generatedJob(only(objectsOf(shop), 'Probe', name)),
      ),
    };
    const secrets = { 'shop-tls/ca.crt': certificate.cert, 'shop-prober/password': 'pa55' };
    await withFolder(secrets, async (folder) => {
      const config = textOf(files, 'blackbox.yml').replaceAll('/etc/secrets', folder);
      await withServer('blackbox_exporter', { config }, async (blackbox) => {
        const at = new URL(blackbox).host;
        await Promise.all(
          Object.entries(jobs).map(async ([by, all]) => {
            const here = JSON.stringify(all).replaceAll(/"blackbox[^"]*:9115"/g, `"${at}"`);
            const faster = (JSON.parse(here) as readonly object[]).map((job) => ({
              ...job,
              scrape_interval: '1s',
              scrape_timeout: '1s',
            }));
            const config = JSON.stringify({ scrape_configs: faster });
            answers.set(
              by,
              await withServer('prometheus', { config }, async (url) => {
                const allAsked = async () => (await query(url, 'probe_success')).length === 5 || undefined;
                await eventually('a probe of every endpoint', allAsked, 20_000);
                const asked = queries.map(async (each) => [each, await query(url, each)] as const);
                return Object.fromEntries(await Promise.all(asked)) as Record<Query, readonly Sample[]>;
              }),
            );
          }),
        );
      });
    });
  }, 60_000);

  describe.each(['a host', 'the operator'])('configured as by %s:', (by) => {
    const of = (name: Query, job = 'site') =>
      Object.fromEntries(
        (answers.get(by)?.[name] ?? [])
          .filter(({ labels }) => labels['job'] === `probe/shop-prod/${job}`)
          .map(({ labels, value }) => [labels['instance'], value]),
      );

    test('an endpoint that answers as it should, by TLS and with a password of a file', () => {
      expect(of('probe_success')[`https://${tls}/`]).toBe(1);
    });

    test('one whose answer is another', () => {
      expect(of('probe_success')[`https://${tls}/broken`]).toBe(0);
    });

    test('how long its certificate is good, a day, though the answer is another', () => {
      const left = (of('probe_ssl_earliest_cert_expiry')[`https://${tls}/broken`] ?? 0) - Date.now() / 1000;
      expect(Math.round(left / 86_400)).toBe(1);
    });

    test('one whose certificate nobody known has signed: it fails, and tells nothing of it (mistake 97)', () => {
      expect([of('probe_success', 'strangers'), of('probe_ssl_earliest_cert_expiry', 'strangers')]).toEqual([
        { [`https://${tls}/`]: 0 },
        {},
      ]);
    });

    test('ports, of which one is closed', () => {
      expect(of('probe_success', 'port')).toEqual({ [plain]: 1, '127.0.0.1:1': 0 });
    });

    test('of all of them up is 1: the exporter answers', () => {
      expect(Object.values({ ...of('up'), ...of('up', 'strangers'), ...of('up', 'port') })).not.toContain(0);
    });

    test('with the labels that rules and laws take its targets to have', () => {
      const [target] = askedAt(tls, plain).scrapes.flatMap(targetsOf);
      const known = Object.fromEntries(Object.entries(target ?? {}).filter(([, value]) => value !== ''));
      expect(answers.get(by)?.probe_success.map(({ labels }) => labels)).toContainEqual({
        __name__: 'probe_success',
        ...known,
      });
    });
  });
});
