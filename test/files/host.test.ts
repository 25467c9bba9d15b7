import { describe, expect, test } from '@jest/globals';
import { type EnvironmentValue, exporter } from '../../application/exporter/exporter.js';
import { host } from '../../files/host.js';
import { filebeat } from '../../logs/filebeat.js';
import { secret } from '../../routing/secret.js';
import { shop, stockExporter, stockMetrics } from '../estate/shop.js';

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

  test('has the application’s project by its name, unless told otherwise', () => {
    expect(host(shop()).project).toBe('shop');
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
      refusal({ project: 'My Shop', ports: { prometheus: 3000, alertmanager: 0 } }, exporting('grafana')),
    ).toMatchInlineSnapshot(`
      "host of shop: 4 faults
        project: 'My Shop' is no name of a Compose project, which has lower-case letters, digits, - and _ only and begins with a letter or digit; give the one that docker compose ls shows
        ports.alertmanager: 0 is no port; write a whole number from 1 to 65535
        ports.grafana: 3000 is that of prometheus too; give it one of its own
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
