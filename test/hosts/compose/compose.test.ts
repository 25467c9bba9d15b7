import { describe, expect, test } from '@jest/globals';
import { exporter } from '#application/exporter/exporter.js';
import { composeFile } from '#hosts/compose/mode.js';
import { host } from '#application/host/host.js';
import { valueAt } from '#ground/field.js';
import { collectorsOf } from '#application/tracing/collector.js';
import { secret } from '#ground/secret.js';
import { shop, stockMetrics } from '../../synth/estate/shop.js';
import { contentOf, render, rendered, textOf } from '../rendered.js';
import { type ComposeService, composeOf, modes, mountsOf } from './compose-file.js';
import { interpolate, variablesIn } from './interpolate.js';
import { isLoopback, publishedPort } from './port.js';
import { schemaFaults } from './schema.js';

const files = rendered.flatMap(({ name, application, files: delivered }) =>
  modes.map((mode) => ({
    title: `${composeFile[mode]} of ${name}`,
    mode,
    application,
    delivered,
    text: textOf(delivered, composeFile[mode]),
    compose: composeOf(delivered, mode),
  })),
);

type Services = Readonly<Record<string, ComposeService>>;
/** The names of the services of which it does not hold. */
const without = (services: Services, holds: (service: ComposeService) => boolean): readonly string[] =>
  Object.entries(services).flatMap(([name, service]) => (holds(service) ? [] : [name]));
const openPorts = (services: Services): readonly string[] =>
  Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.flatMap((text) => {
      const port = publishedPort(text);
      return port && isLoopback(port) ? [] : [`${name} ${text}`];
    }),
  );

describe('the published schema of Compose files', () => {
  const { services, ...file } = composeOf(render(host(shop())).files, 'production');
  const faultsWith = (field: object) =>
    schemaFaults({ ...file, services: { ...services, grafana: { ...services['grafana'], ...field } } });

  test.each([
    ['a misspelt field', { mem_limits: '64m' }, 'must NOT have additional properties (mem_limits)'],
    ['a field of another type', { image: 13 }, '/services/grafana/image: must be string (string)'],
    ['no duration', { stop_grace_period: 'soon' }, 'must match format "duration" (duration)'],
    ['no port', { ports: ['127.0.0.1:http'] }, 'must match format "ports" (ports)'],
  ])('finds %s', (_, field, said) => {
    expect(faultsWith(field)).toContainEqual(expect.stringContaining(said));
  });

  test('finds a misspelt field of the file itself', () => {
    expect(schemaFaults({ ...file, service: services })).toEqual([
      ': must NOT have additional properties (service)',
    ]);
  });

  test('finds a name that no project can have', () => {
    expect(schemaFaults({ ...file, services, name: 'Shop' })).toHaveLength(1);
  });
});

describe.each(files)('$title', ({ mode, application, delivered, text, compose }) => {
  const { backup, ...servers } = compose.services;
  const { grafana, ...others } = servers;

  test('is what the published schema asks for', () => {
    expect(schemaFaults(compose)).toEqual([]);
  });

  test('names the version of every image', () => {
    const isPinned = ({ image }: ComposeService) => /:v?\d+\.\d+(\.\d+)?[\w.-]*$/.test(image);
    expect(without(compose.services, isPinned)).toEqual([]);
  });

  test('starts again whatever has ended, but for the backup', () => {
    expect(without(compose.services, ({ restart }) => restart === 'unless-stopped')).toEqual(['backup']);
  });

  test('does not let the backup reach anything but the volumes', () => {
    expect(backup).toMatchObject({ restart: 'no', network_mode: 'none', profiles: ['backup'] });
  });

  test('limits the memory of every service', () => {
    expect(without(compose.services, (each) => /^\d+m$/.test(each.mem_limit ?? ''))).toEqual([]);
  });

  test('limits the log of every service', () => {
    const isLimited = ({ logging }: ComposeService) =>
      logging?.options['max-size'] !== undefined && logging.options['max-file'] !== undefined;
    expect(without(compose.services, isLimited)).toEqual([]);
  });

  test('lets no server have rights, gain any, or write beside its volumes', () => {
    const isHardened = ({ cap_drop, security_opt, read_only }: ComposeService) =>
      cap_drop?.includes('ALL') === true &&
      security_opt?.includes('no-new-privileges:true') === true &&
      read_only === true;
    expect(without(servers, isHardened)).toEqual([]);
  });

  test('gives a right back to the reader of logs alone: to read them', () => {
    const given = Object.entries(compose.services).map(([name, { cap_add = [] }]) => [name, cap_add]);
    const { logs } = application;
    expect(given.filter(([, rights]) => rights?.length)).toEqual(
      logs ? [[logs.name, ['DAC_READ_SEARCH']]] : [],
    );
  });

  test('asks every server how it is, but for exporters and collectors that have nothing to ask with', () => {
    const mute = [
      ...application.exporters.filter(({ asks }) => asks === undefined),
      ...collectorsOf(application),
    ].map(({ name }) => name);
    expect(without(servers, ({ healthcheck }) => healthcheck !== undefined)).toEqual(mute);
  });

  test('asks each server at the port and path that it answers at', () => {
    const asked = Object.entries(compose.services).flatMap(([name, { healthcheck }]) => {
      const test: unknown = valueAt(healthcheck, ['test']);
      const url = Array.isArray(test) ? String(test.at(-1)) : undefined;
      return url === undefined ? [] : [[name, url.replace('http://localhost', '')]];
    });
    const { exporters, logs } = application;
    expect(Object.fromEntries(asked)).toEqual({
      prometheus: ':9090/-/healthy',
      alertmanager: ':9093/-/healthy',
      grafana: ':3000/api/health',
      ...Object.fromEntries(
        exporters
          .filter(({ asks }) => asks !== undefined)
          .map(({ name, port, livePath }) => [name, `:${port}${livePath}`]),
      ),
      ...(logs && { [logs.name]: `:${logs.health.port}${logs.health.live}` }),
    });
  });

  test('keeps Grafana from renewing what it cannot, by which it would lose its data sources', () => {
    expect(compose.services['grafana']?.environment?.['GF_PLUGINS_PREINSTALL_AUTO_UPDATE']).toBe('false');
  });

  test('publishes nothing beyond the host, but for Grafana', () => {
    expect(openPorts(others)).toEqual([]);
  });

  test(`${mode === 'production' ? 'publishes' : 'does not publish'} Grafana beyond the host`, () => {
    expect(openPorts({ ...(grafana && { grafana }) })).toHaveLength(mode === 'production' ? 1 : 0);
  });

  test('keeps what Prometheus and Grafana know in volumes of their own', () => {
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(['prometheus_data', 'grafana_data']));
  });

  test('declares the volumes that it mounts', () => {
    const mounted = Object.values(compose.services).flatMap((service) =>
      mountsOf(service).flatMap(([source]) => (/^[./]/.test(source) ? [] : [source])),
    );
    expect([...new Set(mounted)]).toEqual(Object.keys(compose.volumes));
  });

  test('mounts of its folder what is delivered there, secrets and backups', () => {
    const made = ['./secrets', './backups'];
    const missing = Object.values(compose.services)
      .flatMap((service) => mountsOf(service).map(([source]) => source))
      .filter((source) => source.startsWith('./') && !made.includes(source))
      .filter((source) => !Object.keys(delivered).some((path) => `./${path}/`.startsWith(`${source}/`)));
    expect(missing).toEqual([]);
  });

  test('mounts nothing inside of what it mounts, where Docker could make no place for it', () => {
    const nested = Object.values(compose.services).flatMap((service) => {
      const targets = mountsOf(service).map(([, target]) => target);
      return targets.filter((target) => targets.some((other) => target.startsWith(`${other}/`)));
    });
    expect(nested).toEqual([]);
  });

  test('joins to the network of the application, which is there without it, what asks there and nothing else', () => {
    const { exporters, logs, tracing } = application;
    const joined = Object.entries(servers).flatMap(([name, { networks = [] }]) =>
      networks.includes('application') ? [name] : [],
    );
    expect([joined, compose.networks]).toEqual([
      [
        'prometheus',
        ...(logs || tracing ? ['grafana'] : []),
        ...exporters.map(({ name }) => name),
        ...(logs ? [logs.name] : []),
        ...collectorsOf(application).map(({ name }) => name),
      ],
      { application: { name: `${application.name}_default`, external: true } },
    ]);
  });

  test('refers to no variable but in a form that Compose knows', () => {
    const set = Object.fromEntries(variablesIn(text).map((name) => [name, 'x']));
    expect(() => interpolate(text, set)).not.toThrow();
  });

  test('has the sentence that stops Compose for every variable that must be set', () => {
    const required = variablesIn(text).filter((name) => text.includes(`\${${name}:?`));
    const stops = required.map((name) => {
      const set = Object.fromEntries(variablesIn(text).map((each) => [each, each === name ? '' : 'x']));
      try {
        return interpolate(text, set);
      } catch (error) {
        return error instanceof Error ? error.message.split(' to ')[0] : error;
      }
    });
    expect(stops).toEqual(
      required.map((name) => `required variable ${name} is missing a value: set ${name} in .env`),
    );
  });

  test(`has ${mode === 'production' ? 'no default' : 'defaults for Grafana alone'}`, () => {
    const withDefault = variablesIn(text).filter((name) => !text.includes(`\${${name}:?`));
    expect(withDefault).toEqual(
      mode === 'production' ? [] : ['GRAFANA_ADMIN_USER', 'GRAFANA_ADMIN_PASSWORD'],
    );
  });
});

describe.each(rendered)('the servers of $name', ({ files: delivered }) => {
  const { services } = composeOf(delivered, 'production');
  /** Where a file or folder of the delivery stands inside a server. */
  const inside = (server: string, source: string) =>
    mountsOf(services[server] ?? { image: '' }).find(([from]) => from === source)?.[1];

  test.each([
    ['prometheus', './prometheus.yml'],
    ['alertmanager', './alertmanager.yml'],
  ])('%s is told where its configuration is', (server, source) => {
    expect(services[server]?.command).toContain(`--config.file=${inside(server, source)}`);
  });

  test('Prometheus finds its rules beside its configuration', () => {
    const { rule_files } = contentOf<{ rule_files: readonly string[] }>(delivered, 'prometheus.yml');
    expect(rule_files).toEqual([inside('prometheus', './rules')?.replace('/etc/prometheus/', '') + '/*.yml']);
  });

  test('Alertmanager finds its secrets where they are mounted', () => {
    const read = [...textOf(delivered, 'alertmanager.yml').matchAll(/_file: (\S+)/g)].map(([, path]) => path);
    const folder = `${inside('alertmanager', './secrets')}/`;
    expect(read.filter((path) => !path?.startsWith(folder))).toEqual([]);
  });

  test('Grafana finds its provisioning', () => {
    expect(inside('grafana', './grafana/provisioning')).toBe('/etc/grafana/provisioning');
  });
});

describe('an exporter', () => {
  const args = ['--match=^a$|b', '--shell=${HOME}', '$$'];
  const stock = exporter('stock-exporter', {
    namespace: 'shop-prod',
    image: 'registry.example/stock-exporter:v1.2.3',
    port: 9200,
    args,
    environment: { STOCK_HOST: 'stock$1', STOCK_PASSWORD: secret('stock', 'password') },
    metrics: [stockMetrics],
  });
  const { files: delivered } = render(host(shop({ exporters: [stock] })));
  const service = composeOf(delivered, 'production').services['stock-exporter'];
  const handedOn = (text: string) => interpolate(text, { STOCK_PASSWORD: 'hunter2' });

  test('is handed its arguments as they are, dollars too', () => {
    expect(service?.command?.map(handedOn)).toEqual(args);
  });

  test('is handed a value as it is, and a secret from its variable', () => {
    const { environment = {} } = service ?? {};
    const given = Object.entries(environment).map(([name, value]) => [name, handedOn(value)]);
    expect(Object.fromEntries(given)).toEqual({ STOCK_HOST: 'stock$1', STOCK_PASSWORD: 'hunter2' });
  });

  test('says what is missing without its secret', () => {
    expect(() => interpolate(service?.environment?.['STOCK_PASSWORD'] ?? '', {})).toThrow(
      'required variable STOCK_PASSWORD is missing a value: set STOCK_PASSWORD in .env to the password that stock-exporter logs in with',
    );
  });

  test.each([
    ['wget', ['CMD', 'wget', '--quiet', '--output-document=/dev/null', 'http://localhost:9200/']],
    ['curl', ['CMD', 'curl', '--fail', '--silent', '--output', '/dev/null', 'http://localhost:9200/']],
  ] as const)('asks itself with %s where its image holds that', (asks, asked) => {
    const { files: made } = render(host(shop({ exporters: [{ ...stock, asks }] })));
    expect(composeOf(made, 'production').services['stock-exporter']?.healthcheck).toMatchObject({
      test: asked,
    });
  });

  test('does not ask itself where nobody says what its image holds', () => {
    expect(service?.healthcheck).toBeUndefined();
  });
});
