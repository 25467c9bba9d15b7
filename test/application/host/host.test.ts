import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { type EnvironmentValue, exporter } from '#application/exporter/exporter.js';
import { type Scrape, scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { host } from '#application/host/host.js';
import { filebeat } from '#application/agent/filebeat.js';
import { secret } from '#ground/secret.js';
import { shop, stockExporter, stockMetrics } from '../../synth/estate/shop.js';
import { isOwn } from '#alerts/rule/rule.js';

type Settings = Parameters<typeof host>[1];

const refusal = (settings: Settings, application = shop()): string => {
  try {
    host(application, settings);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'not refused';
};

/** A shop with an exporter of that name, which is told these. */
const exporting = (name: string, environment: Readonly<Record<string, EnvironmentValue>> = {}) =>
  shop({ exporters: [exporter(name, { ...stockExporter, environment, metrics: [stockMetrics] })] });

describe('a host', () => {
  test('has the ports that people expect, unless told otherwise', () => {
    expect(host(shop(), { ports: { grafana: 3001 } }).ports).toEqual({
      prometheus: 9090,
      alertmanager: 9093,
      grafana: 3001,
    });
  });

  test('watches itself in the words of its containers, though the application runs in a cluster too', () => {
    const { groups } = host(shop()).application;
    const pages = groups
      .filter(({ name }) => name === 'shop-monitoring')
      .flatMap(({ alerts }) => alerts.filter(isOwn).map(({ runbook }) => inLanguage(runbook, 'en').check));
    expect(pages.filter((page) => !page.includes('docker compose -p shop-monitoring'))).toEqual([]);
  });

  test('keeps a month, and no more than its disk can hold', () => {
    expect(host(shop()).retention).toEqual({ time: '30d', size: '10GB' });
  });

  test.each<readonly [string, number]>([
    ['zero', 0],
    ['over the last one', 65_536],
    ['between two', 80.5],
    ['none', NaN],
  ])('is refused a port that is %s', (_, port) => {
    expect(refusal({ ports: { grafana: port } })).toContain(
      `ports.grafana: ${port} is no port; write a whole number from 1 to 65535`,
    );
  });

  test.each([1, 65_535])('may have port %d', (port) => {
    expect(refusal({ ports: { grafana: port } })).toBe('not refused');
  });

  test('is told all that is wrong with it at once', () => {
    expect(
      refusal(
        {
          ports: { prometheus: 3000, alertmanager: 0 },
          health: { web: 'http://localhost:3000/health' },
          retention: { time: '0d', size: '1.5GB' },
        },
        exporting('grafana'),
      ),
    ).toMatchInlineSnapshot(`
      "host of shop: 7 faults
        ports.alertmanager: 0 is no port; write a whole number from 1 to 65535
        ports.grafana: 3000 is that of prometheus too; give it one of its own
        ports.prometheus: the application answers at http://localhost:3000/health, on port 3000 of the same host; give prometheus another one
        ports.grafana: the application answers at http://localhost:3000/health, on port 3000 of the same host; give grafana another one
        retention.time: '0d' is no number of days; write a whole one over 0, e.g. 30d
        retention.size: '1.5GB' is no size; write a whole number of GB over 0, e.g. 10GB
        exporters.grafana: a service of monitoring itself is called grafana; give it another name"
    `);
  });

  test.each(['prometheus', 'alertmanager', 'grafana', 'backup'])(
    'is refused an exporter that would take the place of %s',
    (name) => {
      expect(refusal({}, exporting(name))).toContain(
        `exporters.${name}: a service of monitoring itself is called ${name}; give it another name`,
      );
    },
  );
});

test('a host is refused an exporter that would take the place of its agent for logs', () => {
  const agent = filebeat({
    inputs: [{ service: 'shop', paths: ['/var/log/shop/*.log'] }],
    elasticsearch: { hosts: ['http://elasticsearch:9200'] },
  });
  expect(refusal({}, { ...exporting('filebeat'), logs: agent })).toContain(
    'exporters.filebeat: a service of',
  );
});

describe('what the application answers on its host', () => {
  const answers = (url: `http://localhost:${number}/${string}`): Settings => ({ health: { web: url } });

  test('is refused at a port that is given to a server of monitoring', () => {
    expect(refusal(answers('http://localhost:3000/health'))).toContain(
      'ports.grafana: the application answers at http://localhost:3000/health, on port 3000 of the same host; give grafana another one',
    );
  });

  test.each(['http://localhost:80/health', 'http://localhost:8000/'] as const)('may be %s', (url) => {
    expect(refusal(answers(url))).toBe('not refused');
  });

  test.each(['http://localhost:8e3/health', 'http://localhost:-1/health', 'http://localhost:1.5/'] as const)(
    'is refused at %s, which is a number to the compiler and no port',
    (url) => {
      expect(refusal(answers(url))).toContain(
        `health.web: '${url}' names no port; write e.g. http://localhost:8000/health`,
      );
    },
  );
});

describe('how long Prometheus keeps what it has scraped', () => {
  test.each(['0d', '-1d', '1.5d', '1e3d', '07d'] as const)('is refused as %s', (time) => {
    expect(refusal({ retention: { time, size: '10GB' } })).toContain(
      `retention.time: '${time}' is no number of days; write a whole one over 0, e.g. 30d`,
    );
  });

  test.each(['0GB', '-1GB', '1.5GB', '1e3GB'] as const)('is refused as %s', (size) => {
    expect(refusal({ retention: { time: '30d', size } })).toContain(
      `retention.size: '${size}' is no size; write a whole number of GB over 0, e.g. 10GB`,
    );
  });

  test('may be any whole number of days', () => {
    expect(refusal({ retention: { time: '1d', size: '100GB' } })).toBe('not refused');
  });
});

describe('a job of Prometheus', () => {
  const called = (name: string, job: string) =>
    scrape(service(name, { namespaces: ['shop-prod'], labels: { app: name }, ports: { http: 80 } }), {
      port: 'http',
      interval: '30s',
      metrics: [],
      job,
    });
  const scraping = (...scrapes: readonly Scrape[]) =>
    shop({ scrapes, exporters: [], groups: [], dashboards: [] });

  test('is refused twice', () => {
    expect(refusal({}, scraping(called('web', 'shop'), called('till', 'shop')))).toContain(
      'scrapes.till: its job is shop, that of scrape web too; give it another one, by `job`',
    );
  });

  test('is refused where another scrape is called like it', () => {
    expect(refusal({}, scraping(called('till', 'web'), called('web', 'web')))).toContain(
      'scrapes.web: its job is web, that of scrape till too',
    );
  });

  test('is refused where Prometheus scrapes itself by it', () => {
    expect(refusal({}, scraping(called('web', 'prometheus')))).toContain(
      'scrapes.web: its job is prometheus, by which Prometheus scrapes itself; give it another one, by `job`',
    );
  });

  test('is taken where each has one of its own', () => {
    expect(refusal({}, scraping(called('web', 'a'), called('till', 'b')))).toBe('not refused');
  });
});

describe('two secrets of one variable', () => {
  test('are refused', () => {
    const both = { A: secret('stock-db', 'password'), B: secret('stock', 'db-password') };
    expect(refusal({}, exporting('stock-exporter', both))).toContain(
      "variables.STOCK_DB_PASSWORD: secret('stock', 'db-password') and secret('stock-db', 'password') would both be read from it; rename one of them",
    );
  });

  test('are refused where one of them is Grafana’s own', () => {
    const grafana = { A: secret('grafana', 'admin-password') };
    expect(refusal({}, exporting('stock-exporter', grafana))).toContain(
      "variables.GRAFANA_ADMIN_PASSWORD: secret('grafana', 'admin-password') and Grafana would both be read from it",
    );
  });

  test('are one secret where they are called alike', () => {
    const same = { A: secret('stock', 'password'), B: secret('stock', 'password') };
    expect(refusal({}, exporting('stock-exporter', same))).toBe('not refused');
  });
});
