import { describe, expect, test } from '@jest/globals';
import { host } from '#application/host/host.js';
import { type FilebeatSpec } from '#application/agent/filebeat/configuration.js';
import { filebeat } from '#application/agent/filebeat.js';
import { secret } from '#ground/secret.js';
import { shop } from '../synth/estate/shop.js';
import { composeOf, mountsOf } from './compose/compose-file.js';
import { contentOf, render, rendered, textOf } from './rendered.js';

interface Provisioned {
  readonly datasources: readonly { readonly uid: string; readonly type: string; readonly url: string }[];
}
interface Providers {
  readonly providers: readonly { readonly folder: string; readonly options: { readonly path: string } }[];
}
interface Asks {
  readonly datasource?: { readonly uid: string; readonly type: string };
}
interface Model {
  readonly uid: string;
  readonly panels: readonly (Asks & {
    readonly type: string;
    readonly targets?: readonly Asks[];
    readonly panels?: Model['panels'];
  })[];
  readonly templating: { readonly list: readonly Asks[] };
}

/** What a dashboard asks: by each panel, each query of it, each of its variables. */
const asked = ({ panels, templating }: Pick<Model, 'panels' | 'templating'>): readonly Asks[] => [
  ...templating.list.filter(({ datasource }) => datasource),
  ...panels.flatMap((panel) => [
    ...(panel.type === 'row' ? [] : [panel]),
    ...(panel.targets ?? []),
    ...asked({ panels: panel.panels ?? [], templating: { list: [] } }),
  ]),
];

describe.each(rendered)('Grafana of $name', ({ application, files }) => {
  const { datasources } = contentOf<Provisioned>(files, 'grafana/provisioning/datasources/datasources.yml');
  const { providers } = contentOf<Providers>(
    files,
    `grafana/provisioning/dashboards/${application.name}.yml`,
  );
  const paths = Object.keys(files).filter((path) => path.startsWith('grafana/dashboards/'));
  const models = paths.map((path): readonly [string, Model] => [path, JSON.parse(textOf(files, path))]);
  const { services } = composeOf(files, 'production');

  test('is given first the data source that is asked for in code', () => {
    expect(datasources[0]).toMatchObject({ uid: 'prometheus', type: 'prometheus', isDefault: true });
  });

  test('asks a Prometheus that is a service beside it', () => {
    expect(Object.keys(services)).toContain(new URL(datasources[0]?.url ?? '').hostname);
  });

  test('asks it where it listens', () => {
    const ports = services['prometheus']?.ports?.map((port) => port.split(':').at(-1));
    expect(ports).toEqual([new URL(datasources[0]?.url ?? '').port]);
  });

  test('finds the dashboards where Compose mounts them', () => {
    const mounted = services['grafana'] && mountsOf(services['grafana']);
    expect(mounted).toEqual(
      expect.arrayContaining(providers.map(({ options }) => ['./grafana/dashboards', options.path])),
    );
  });

  test('shows them, where there are any, in a folder that is called like the application', () => {
    expect(providers.map(({ folder }) => folder)).toEqual(models.length > 0 ? [application.title] : []);
  });

  test('is given every dashboard', () => {
    expect(models.map(([, { uid }]) => uid).sort()).toEqual(
      application.dashboards.map(({ uid }) => uid).sort(),
    );
  });

  test('reads each as a plain model, in the file of its uid', () => {
    const plain = { title: expect.any(String), panels: expect.any(Array), schemaVersion: 42 };
    expect(models).toEqual(
      models.map(([, { uid }]) => [`grafana/dashboards/${uid}.json`, expect.objectContaining(plain)]),
    );
  });

  test('asks by every panel, query and variable of each a data source that it has', () => {
    const known = [...datasources.map(({ uid }) => uid), '-- Grafana --'];
    const others = models
      .flatMap(([, model]) => asked(model))
      .filter(({ datasource }) => !known.includes(datasource?.uid ?? ''));
    expect(others).toEqual([]);
  });
});

test('Grafana of an application without dashboards is told of none, and nothing is mounted for them', () => {
  const { files } = render(host(shop({ dashboards: [] })));
  const { providers } = contentOf<Providers>(files, 'grafana/provisioning/dashboards/shop.yml');
  const { grafana } = composeOf(files, 'production').services;
  const mounted = (grafana ? mountsOf(grafana) : []).filter(([source]) => source.includes('dashboards'));
  expect([providers, mounted]).toEqual([[], []]);
});

/** The data sources of a shop whose logs go to this Elasticsearch. */
const datasourcesWith = (elasticsearch?: FilebeatSpec['elasticsearch']) => {
  const inputs = [{ service: 'shop', paths: ['/var/log/shop/*.log'] }] as const;
  const { files } = render(host(shop(elasticsearch && { logs: filebeat({ inputs, elasticsearch }) })));
  return contentOf<Provisioned>(files, 'grafana/provisioning/datasources/datasources.yml').datasources;
};

describe('Grafana of a host', () => {
  const hosts = ['http://elasticsearch:9200'] as const;

  test('is told how often most targets are asked, for its $__rate_interval', () => {
    expect(datasourcesWith()[0]).toMatchObject({ jsonData: { timeInterval: '30s' } });
  });

  test('asks for logs where they are sent', () => {
    expect(datasourcesWith({ hosts }).slice(1)).toMatchObject([
      { uid: 'elasticsearch', type: 'elasticsearch', url: 'http://elasticsearch:9200' },
    ]);
  });

  test('is not told of an Elasticsearch that would not let it in', () => {
    const login = { username: secret('logs', 'username'), password: secret('logs', 'password') };
    expect(datasourcesWith({ hosts, login })).toHaveLength(1);
  });
});
