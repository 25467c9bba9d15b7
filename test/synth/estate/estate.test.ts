import { describe, expect, test } from '@jest/globals';
import { host } from '#application/host/host.js';
import { cluster } from '#cluster/cluster.js';
import type { Here } from '#cluster/here.js';
import { untold } from '#cluster/untold.js';
import { datasource } from '#dashboards/datasource.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { usualPlatform } from '#platform/usual.js';
import { estate } from '#synth/estate/home.js';
import { faultsOf, writtenOf } from './places.js';
import { alerting, bakery, shop, stock, tooMany } from './shop.js';

describe('an estate', () => {
  test('is a folder for each place, and in a cluster one for each application', () => {
    const folders = [...writtenOf([cluster('seoul', { applications: [shop(), bakery()] })]).keys()]
      .filter((path) => path.startsWith('seoul/'))
      .map((path) => path.split('/')[1]);
    expect([...new Set(folders)]).toEqual(expect.arrayContaining(['shop', 'bakery']));
  });

  test('tells who writes it as before 0.8 what to write instead', () => {
    const before = { applications: [shop()], places: [] };
    expect(() => estate(before)).toThrow(
      "write places: [cluster('production', { applications: […] }), host(…)]",
    );
  });

  test('is refused with a place that nobody made', () => {
    const places = [{ applications: [] }];
    // @ts-expect-error it is no place
    expect(() => estate({ places })).toThrow("not made by cluster('…', { … }) or host(…)");
  });
});

describe('one application in several clusters', () => {
  test('has the same files in each, where nothing is told of them', () => {
    const shared = shop();
    const files = writtenOf(['seoul', 'tokyo'].map((name) => cluster(name, { applications: [shared] })));
    const of = (place: string) => files.get(`${place}/shop/ServiceMonitor.shop.yaml`);
    expect(of('seoul')).toBe(of('tokyo'));
  });

  test('has one runbook for an alert that is the same in each', () => {
    const shared = shop();
    const files = writtenOf(['seoul', 'tokyo'].map((name) => cluster(name, { applications: [shared] })));
    expect(files.get('shop/TooManyItems.md')).toMatch(/^# TooManyItems\n/);
  });

  test('has a part of the runbook for each place, where they differ', () => {
    const of = ({ environment }: Here) =>
      shop({ title: environment === 'production' ? 'Shop' : 'Shop on trial' });
    const files = writtenOf(['production', 'staging'].map((name) => cluster(name, { applications: [of] })));
    expect(files.get('shop/TooManyItems.md')?.match(/^# .*$/gm)).toEqual([
      '# TooManyItems (production)',
      '# TooManyItems (staging)',
    ]);
  });

  const wrong = () => shop({ groups: alerting(tooMany('TooManyItems', stock)), exporters: [] });

  test('is told of once, where it is wrong in each', () => {
    const shared = wrong();
    expect(
      faultsOf(['seoul', 'tokyo'].map((name) => cluster(name, { applications: [shared] }))).map(
        ({ where }) => where,
      ),
    ).toEqual(['shop/rules']);
  });

  test('is told of with its place, where it is wrong in one', () => {
    const of = ({ cluster: name }: Here) => (name === 'tokyo' ? wrong() : shop());
    expect(
      faultsOf(['seoul', 'tokyo'].map((name) => cluster(name, { applications: [of] }))).map(
        ({ where }) => where,
      ),
    ).toEqual(['tokyo/shop/rules']);
  });

  test('may record the same in each, and not twice in one', () => {
    const twice = [
      cluster('seoul', { applications: [shop()] }),
      cluster('tokyo', { applications: [shop()] }),
    ];
    expect(faultsOf(twice)).toEqual([]);
    expect(faultsOf([cluster('seoul', { applications: [shop(), shop()] })])).toContainEqual(
      expect.objectContaining({ where: 'shop', code: 'name-twice' }),
    );
  });
});

describe('a host', () => {
  test('need not have its application in a cluster', () => {
    const { routing } = shop();
    const onHost = shop({ routing: { ...routing, unpaged: 'Slack is all that this shop has.' } });
    expect(faultsOf([host(onHost)])).toEqual([]);
  });
});

describe('what is there twice is told of by that alone:', () => {
  const { grafana: _, alertmanager: _alertmanager, ...bare } = usualPlatform;
  const addresses = { grafana: 'https://grafana.example.org', alertmanager: 'https://alerts.example.org' } as const;
  const asking = {
    ...datasource('prometheus', { uid: 'prometheus-staging', name: 'Staging' }),
    url: 'https://prometheus.staging.example.org',
  };
  const showing = usualPlatform.grafana && {
    ...usualPlatform,
    grafana: { ...usualPlatform.grafana, datasources: [asking] },
  };

  test('an application, in a cluster that another one shows and tells of', () => {
    const staging = cluster('staging', {
      ...{ addresses, platform: bare },
      applications: [untold(shop()), shop(), bakery()],
    });
    const production = cluster('production', {
      ...{ addresses, applications: [] },
      ...(showing && { platform: showing }),
    });
    expect(faultsOf([production, staging])).toEqual([
      expect.objectContaining({ where: 'shop', code: 'name-twice' }),
    ]);
  });

  test('a cluster', () => {
    expect(
      faultsOf([
        cluster('seoul', { applications: [shop()], platform: kubePrometheusStack() }),
        cluster('seoul', { applications: [shop()], platform: kubePrometheusStack() }),
      ]),
    ).toEqual([
      {
        where: 'seoul',
        what: 'seoul',
        code: 'name-twice',
        why: 'two clusters have this name, and both would be written to seoul/',
        cure: 'give one of them another name',
      },
    ]);
  });
});

describe('an application', () => {
  test('may not be called like a folder of what its cluster is given beside', () => {
    expect(faultsOf([cluster('seoul', { applications: [shop({}, 'platform')] })])).toContainEqual({
      where: 'platform',
      what: 'platform',
      code: 'reserved-folder',
      why: 'platform/ is a folder of what a cluster is given beside its applications',
      cure: 'give the application another name',
    });
  });

  test('without runbooks is refused, where its place says none either', () => {
    const { runbook: _, ...nowhere } = shop();
    expect(faultsOf([cluster('seoul', { applications: [nowhere] })])).toContainEqual(
      expect.objectContaining({ code: 'runbook-nowhere' }),
    );
  });
});
