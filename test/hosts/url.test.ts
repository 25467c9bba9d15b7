import { describe, expect, test } from '@jest/globals';
import { alertsOf } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import type { Address, Addresses } from '#application/host/address.js';
import { type Host, host } from '#application/host/host.js';
import { dashboard } from '#dashboards/dashboard.js';
import { panelId } from '#dashboards/identity.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { hosts } from '../estate.js';
import { withServer } from '#servers/server.js';
import { alerting, requestRate, shop, tooMany } from '../synth/estate/shop.js';
import { composeOf } from './compose/compose-file.js';
import { render, textOf } from './rendered.js';

const servicesAt = (on: Host) => composeOf(render(on).files, 'production').services;
const at = (url?: Address | Addresses) => host(shop(), url === undefined ? {} : { url });

/** The flags by which a server writes links to itself. */
const flagsOf = (on: Host, server: 'prometheus' | 'alertmanager'): readonly string[] =>
  (servicesAt(on)[server]?.command ?? []).filter((flag) => flag.startsWith('--web.'));

const proxied = {
  prometheus: 'https://monitor.example/prometheus',
  alertmanager: 'https://monitor.example/alertmanager',
} as const;
const served = ['prometheus', 'alertmanager'] as const;

describe('a host of which nobody says where it is reached', () => {
  test.each(served)('has %s link to its own port of the host, as a tunnel finds it', (server) => {
    expect(flagsOf(at(), server)).toEqual([
      `--web.external-url=http://localhost:${{ prometheus: 9090, alertmanager: 9093 }[server]}`,
    ]);
  });

  test('leaves the root URL of Grafana to Grafana', () => {
    expect(servicesAt(at())['grafana']?.environment).not.toHaveProperty('GF_SERVER_ROOT_URL');
  });

  test('says in its README that no message links to its servers', () => {
    expect(textOf(render(at()).files, 'README.md')).toContain('No message links to them');
  });

  test.each(hosts.map((each) => [each.described.name, each] as const))(
    'is that of %s, whose page tells of no address',
    (_, { addresses }) => {
      expect(addresses).toEqual({});
    },
  );
});

describe('a host with one address', () => {
  const here = at('http://monitor.example:3001');

  test('is reached at its Grafana, which alone is published', () => {
    expect(here.addresses).toEqual({ grafana: 'http://monitor.example:3001' });
  });

  test('tells Grafana its root URL', () => {
    expect(servicesAt(here)['grafana']?.environment).toMatchObject({
      GF_SERVER_ROOT_URL: 'http://monitor.example:3001',
    });
  });

  test('claims no link to Prometheus and Alertmanager (mistake 51)', () => {
    expect(served.map((server) => flagsOf(here, server))).toEqual(
      served.map((server) => flagsOf(at(), server)),
    );
  });

  test('says it in its README', () => {
    expect(textOf(render(here).files, 'README.md')).toContain(
      'People reach Grafana at http://monitor.example:3001: links lead there.',
    );
  });
});

test.each(served)('a proxy may serve %s under a path, which it takes away', (server) => {
  expect(flagsOf(at(proxied), server)).toEqual([
    `--web.external-url=${proxied[server]}`,
    '--web.route-prefix=/',
  ]);
});

test('messages may link to Alertmanager where it has an address, and only there (mistake 51)', () => {
  const link = (on: Host): boolean => textOf(render(on).files, 'alertmanager.yml').includes('.ExternalURL');
  expect([at(proxied), at('http://monitor.example:3001'), at()].map(link)).toEqual([true, false, false]);
});

test('an address without a path needs no other', () => {
  const url = { prometheus: 'http://monitor.example:9090' } as const;
  expect(flagsOf(at(url), 'prometheus')).toEqual(['--web.external-url=http://monitor.example:9090']);
});

describe('the real servers, as a proxy would serve them', () => {
  const configs = {
    prometheus: '{}',
    alertmanager: '{"route": {"receiver": "nobody"}, "receivers": [{"name": "nobody"}]}',
  };
  test.each(served)('%s answers where others of the host look for it', async (server) => {
    const answered = await withServer(
      server,
      { config: configs[server], flags: flagsOf(at(proxied), server) },
      async (url) =>
        (await Promise.all(['/-/healthy', '/metrics'].map((path) => fetch(url + path)))).map(({ ok }) => ok),
    );
    expect(answered).toEqual([true, true]);
  });
});

describe('alerts that a dashboard shows', () => {
  const busy = tooMany('TooManyRequests', requestRate);
  const shown = shop({
    place: dockerCompose('shop'),
    groups: alerting(busy),
    dashboards: [
      (about) =>
        dashboard('Shop', {
          ...about,
          description: 'How the shop is doing.',
          panels: [
            timeseries('Requests', { description: 'What is asked.', signal: requestRate, limits: [busy] }),
          ],
        }),
    ],
  });
  const linkOf = ({ application }: Host) =>
    alertsOf(application).map((rule) => ruleContext(application).annotations?.(rule)['dashboard_url'])[0];

  test('link to it at the address of the host, in plain http too', () => {
    expect(linkOf(host(shown, { url: 'http://monitor.example:3001' }))).toBe(
      `http://monitor.example:3001/d/shop?viewPanel=${panelId('requests')}`,
    );
  });

  test('link nowhere on a host without one (mistake 51)', () => {
    expect(linkOf(host(shown))).toBeUndefined();
  });
});

describe('an address is refused', () => {
  const refused = (url: Address | Addresses): string => {
    try {
      at(url);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'not refused';
  };

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'https://[::1]:3000'] as const)(
    'that is the machine of whoever reads the message: %s (mistake 51)',
    (url) => {
      expect(refused(url)).toMatch(
        /^host of shop: url\.grafana: \S+ is the machine of whoever reads the message; give the name of the host/,
      );
    },
  );

  test.each(['http://monitor.example/', 'http://monitor.example?a=b', 'http://monitor.example#a'] as const)(
    'to which no path can be added: %s',
    (url) => {
      expect(refused(url)).toContain(`'${url}' is more than an address to which paths are added`);
    },
  );

  test('that is none', () => {
    expect(refused('http://monitor example')).toContain("'http://monitor example' is no address");
  });

  test('with a login, which is not told', () => {
    expect(refused('http://admin:hunter2@monitor.example')).toBe(
      'host of shop: url.grafana: it holds a login, which every message would tell; write e.g. http://monitor.example:3001',
    );
  });

  test('of each server for itself', () => {
    expect(refused({ prometheus: 'http://localhost:9090', alertmanager: 'http://localhost:9093' })).toContain(
      '2 faults',
    );
  });
});

describe('an application whose Grafana is read by plain http', () => {
  test('is refused on a cluster', () => {
    expect(() => shop({ grafana: 'http://grafana.monitoring.svc' })).toThrow(
      "application 'shop': grafana: http://grafana.monitoring.svc is plain http, by which a cluster's Grafana would take passwords unencrypted",
    );
  });

  test('may live on a host', () => {
    const grafana = 'http://monitor.example:3001';
    expect(shop({ grafana, place: dockerCompose('shop') }).grafana).toBe(grafana);
  });
});
