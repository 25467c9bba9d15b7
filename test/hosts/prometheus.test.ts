import { describe, expect, test } from '@jest/globals';
import { serviceScrapesOf } from '#application/application.js';
import { exporter } from '#application/exporter/exporter.js';
import { type Scrape, scrape } from '#application/scrape.js';
import { type Service, service } from '#application/service.js';
import { targetsOf } from '#application/target.js';
import { host } from '#application/host/host.js';
import type { Duration } from '#ground/duration.js';
import { runTool } from '#proof/tools/tool.js';
import { shop, shopMetrics, stockMetrics } from '../synth/estate/shop.js';
import { composeOf } from './compose/compose-file.js';
import { withFolder } from './folder.js';
import { type Rendered, contentOf, render, rendered, textOf } from './rendered.js';

interface Job {
  readonly job_name: string;
  readonly scrape_interval?: string;
  readonly scrape_timeout?: string;
  readonly static_configs: readonly {
    readonly targets: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
  }[];
}
interface Configuration {
  readonly global: Readonly<Record<string, string>>;
  readonly alerting: { readonly alertmanagers: readonly Pick<Job, 'static_configs'>[] };
  readonly scrape_configs: readonly Job[];
}
const configurationOf = ({ files }: Pick<Rendered, 'files'>) =>
  contentOf<Configuration>(files, 'prometheus.yml');
const addressesOf = (jobs: readonly Pick<Job, 'static_configs'>[]) =>
  jobs.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets));
const hostOf = (address: string) => address.split(':')[0] ?? '';

describe.each(rendered)('Prometheus of $name', (each) => {
  const { application, files } = each;
  const rules = Object.keys(files).filter((path) => path.startsWith('rules/'));
  const promtool = (...args: readonly string[]) =>
    withFolder(files, (cwd) => runTool('promtool', args, { cwd }));
  const { alerting, scrape_configs: jobs } = configurationOf(each);
  const beside = Object.keys(composeOf(files, 'production').services);

  test('accepts its configuration, and finds all of its rule files by it', async () => {
    expect(await promtool('check', 'config', 'prometheus.yml')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(`${rules.length} rule files found`),
    });
  });

  test('accepts each of its rule files', async () => {
    expect(await promtool('check', 'rules', ...rules)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('has every rule of the application', () => {
    const written = rules.flatMap((path) =>
      contentOf<{ groups: readonly { rules: readonly object[] }[] }>(files, path).groups.flatMap(
        (group) => group.rules,
      ),
    );
    const described = application.groups.flatMap(({ records, alerts }) => [...records, ...alerts]);
    expect(written).toHaveLength(described.length);
  });

  test('scrapes itself, wherever it is, and the Alertmanager beside it (mistake 80)', () => {
    const servers = jobs.filter(({ job_name }) => job_name === 'prometheus' || job_name === 'alertmanager');
    expect(servers).toEqual(
      [
        ['prometheus', 'localhost:9090'],
        ['alertmanager', 'alertmanager:9093'],
      ].map(([service, target]) => ({
        job_name: service,
        static_configs: [
          { targets: [target], labels: { namespace: application.namespace, service, endpoint: 'http' } },
        ],
      })),
    );
  });

  test('has alerts on both of them, which name their jobs', () => {
    const rules = textOf(files, `rules/${application.name}-monitoring.yml`);
    expect(rules).toContain('up{job=~"prometheus|alertmanager"');
  });

  test('scrapes nothing but services beside it, and those that the application declares', () => {
    const known = ['localhost', ...beside, ...application.services.map(({ name }) => name)];
    expect(addressesOf(jobs).filter((address) => !known.includes(hostOf(address)))).toEqual([]);
  });

  test('sends alerts to a service beside it', () => {
    expect(beside).toEqual(expect.arrayContaining(addressesOf(alerting.alertmanagers).map(hostOf)));
  });

  describe.each(serviceScrapesOf(application))('by the scrape $name', (from) => {
    const job = jobs.find(({ job_name }) => job_name === (from.job ?? from.name));
    const labels = (job?.static_configs ?? []).map((target) => ({ job: job?.job_name, ...target.labels }));

    test('asks each of its Services once', () => {
      expect(labels.map((each) => 'service' in each && each.service)).toEqual(
        from.services.map((one) => one.name),
      );
    });

    test('gives each target the labels that the operator would, and that of a machine its name', () => {
      const instance = from.ofMachine ? { instance: application.name } : {};
      const targets = targetsOf(from).map((target) => ({ ...target, ...instance }));
      expect(targets).toEqual(expect.arrayContaining(labels));
    });
  });
});

describe('on a host, an application that is in two namespaces of a cluster', () => {
  const { global, scrape_configs } = configurationOf(render(host(shop())));

  test('is asked as by its ServiceMonitor, and takes back the label that its target has too', () => {
    expect(scrape_configs[1]).toEqual({
      job_name: 'shop',
      static_configs: [
        {
          targets: ['shop:8000'],
          labels: { namespace: 'shop-prod', service: 'shop', endpoint: 'http' },
        },
      ],
      metric_relabel_configs: [
        { source_labels: ['exported_endpoint'], regex: '(.+)', target_label: 'endpoint' },
        { action: 'labeldrop', regex: 'exported_endpoint' },
      ],
    });
  });

  test('is one environment: its production', () => {
    expect(JSON.stringify(scrape_configs)).not.toContain('staging');
  });

  test('has its intervals said once', () => {
    expect(global).toEqual({ scrape_interval: '30s', scrape_timeout: '10s', evaluation_interval: '30s' });
  });
});

/** The configuration of a shop that is scraped as given. */
const scraping = (...scrapes: readonly Scrape[]) =>
  configurationOf(render(host(shop({ scrapes, exporters: [], groups: [], dashboards: [] }))));

describe('a Service', () => {
  const inNamespaces = (name: string, ...namespaces: readonly [string, ...string[]]) =>
    service(name, { namespaces, labels: { app: 'shop' }, ports: { http: { port: 80, targetPort: 8000 } } });
  const namespacesOf = (...services: readonly Service<'http', 'app'>[]) => {
    const { scrape_configs } = scraping(
      scrape(services, { name: 'web', port: 'http', interval: '30s', metrics: [shopMetrics] }),
    );
    return scrape_configs[1]?.static_configs.map(({ labels }) => labels?.['namespace']);
  };

  test('is asked at the port of its containers, whatever its own is', () => {
    const web = inNamespaces('web', 'shop-prod');
    const { scrape_configs } = scraping(scrape(web, { port: 'http', interval: '30s', metrics: [] }));
    expect(addressesOf(scrape_configs)).toContain('web:8000');
  });

  test('of several namespaces is that of the application’s own', () => {
    expect(namespacesOf(inNamespaces('web', 'shop-staging', 'shop-prod'))).toEqual(['shop-prod']);
  });

  test('that is in none of the application’s is asked once nevertheless', () => {
    expect(namespacesOf(inNamespaces('web', 'mall', 'mall-staging'))).toEqual(['mall']);
  });

  test('of another namespace is asked beside one of the application’s', () => {
    expect(namespacesOf(inNamespaces('web', 'shop-prod'), inNamespaces('till', 'mall'))).toEqual([
      'shop-prod',
      'mall',
    ]);
  });
});

test('a Service without the port that is scraped is refused, where the compiler cannot see it', () => {
  const web = service('web', { namespaces: ['shop-prod'], labels: { app: 'web' }, ports: { http: 80 } });
  const there = scrape(web, { port: 'http', interval: '30s', metrics: [] });
  expect(() => scraping({ ...there, port: 'metrics' })).toThrow(
    'scrape web: Service web has no port metrics; name one that it has: http',
  );
});

describe('a job', () => {
  const every = (name: string, interval: Duration, timeout: Duration, rest: { job?: string } = {}) =>
    scrape(service(name, { namespaces: ['shop-prod'], labels: { app: name }, ports: { http: 80 } }), {
      port: 'http',
      interval,
      timeout,
      metrics: [],
      ...rest,
    });

  test('is called as its series are to be', () => {
    expect(scraping(every('web', '30s', '10s', { job: 'shop' })).scrape_configs[1]?.job_name).toBe('shop');
  });

  test('says by its targets what their series are called, where they are of several Services', () => {
    const [web, till] = ['web', 'till'].map((name) =>
      service(name, { namespaces: ['shop-prod'], labels: { tier: 'front' }, ports: { http: 80 } }),
    );
    const { scrape_configs } = scraping(
      ...(web && till
        ? [scrape([web, till], { name: 'front', port: 'http', interval: '30s', metrics: [] })]
        : []),
    );
    expect(scrape_configs[1]?.static_configs.map(({ labels }) => labels?.['job'])).toEqual(['web', 'till']);
  });

  test('says its intervals only where most others have different ones', () => {
    const { global, scrape_configs } = scraping(
      every('till', '5s', '5s'),
      every('web', '15s', '10s'),
      every('stock', '15s', '10s'),
    );
    expect([global['scrape_interval'], ...scrape_configs.map((job) => job.scrape_interval)]).toEqual([
      '15s',
      undefined,
      '5s',
      undefined,
      undefined,
    ]);
  });

  test('of the first scrape says nothing where all differ', () => {
    const { global } = scraping(every('web', '1m', '10s'), every('till', '15s', '10s'));
    expect(global['scrape_interval']).toBe('1m');
  });

  test('is never given more time by default than until the next one', () => {
    // Of intervals alone most are 10s, of timeouts alone most are 30s.
    const { global } = scraping(
      every('a', '10s', '5s'),
      every('b', '10s', '8s'),
      every('c', '10s', '10s'),
      every('d', '30s', '30s'),
      every('e', '1m', '30s'),
    );
    expect([global['scrape_interval'], global['scrape_timeout']]).toEqual(['10s', '5s']);
  });

  test('of an exporter asks the container that is called like it', () => {
    const exporters = [
      exporter('stock-exporter', {
        namespace: 'shop-prod',
        image: 'registry.example/stock-exporter:v1.2.3',
        port: 9200,
        environment: {},
        job: 'stock',
        metrics: [stockMetrics],
      }),
    ];
    const { scrape_configs } = configurationOf(
      render(host(shop({ scrapes: [], exporters, groups: [], dashboards: [] }))),
    );
    expect(scrape_configs.map((job) => [job.job_name, ...addressesOf([job])])).toContainEqual([
      'stock',
      'stock-exporter:9200',
    ]);
  });
});
