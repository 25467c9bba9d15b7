import { describe, expect, test } from '@jest/globals';
import { cluster } from '#cluster/cluster.js';
import type { Here } from '#cluster/here.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { usualPlatform } from '#platform/usual.js';
import { untold } from '#cluster/untold.js';
import { shop } from '../synth/estate/shop.js';
import { untyped } from '../untyped.js';

const only = (spec: Parameters<typeof cluster>[1]) => {
  const [application] = cluster('production', spec).applications;
  if (application === undefined) throw new Error('there is no application');
  return application;
};

describe('a cluster', () => {
  test('gives what leaves it its name and its environment', () => {
    expect(
      cluster('seoul', { environment: 'production', labels: { region: 'kr' }, applications: [] }).labels,
    ).toEqual({
      cluster: 'seoul',
      environment: 'production',
      region: 'kr',
    });
  });

  test('is its environment, where nothing else is said', () => {
    expect(cluster('staging', { applications: [] }).environment).toBe('staging');
  });

  test('leaves an application as it is, where it has nothing to add', () => {
    const described = shop();
    expect(only({ applications: [described] })).toBe(described);
  });

  test('makes an application that is a function of its place', () => {
    const of = ({ environment }: Here) => shop({ title: `Shop in ${environment}` });
    expect(only({ environment: 'canary', applications: [of] }).title).toBe('Shop in canary');
  });

  test('says to which Grafana alerts link, where the application does not', () => {
    expect(
      only({ addresses: { grafana: 'https://grafana.example.org' }, applications: [shop()] }).grafana,
    ).toBe('https://grafana.example.org');
  });

  test('leaves to an application the Grafana that it says itself', () => {
    const own = shop({ grafana: 'https://own.example.org' });
    expect(only({ addresses: { grafana: 'https://grafana.example.org' }, applications: [own] }).grafana).toBe(
      'https://own.example.org',
    );
  });

  test('says where runbooks are read, on dashboards too', () => {
    const { runbook: _, ...described } = shop();
    const placed = only({
      addresses: { runbooks: 'https://wiki.example.org/runbooks' },
      applications: [described],
    });
    const page = 'https://wiki.example.org/runbooks/shop/TooManyItems.md';
    expect([placed.runbook?.('TooManyItems'), placed.dashboards[0]?.runbook?.('TooManyItems')]).toEqual([
      page,
      page,
    ]);
  });

  test('says which release picks up what it holds', () => {
    const platform = kubePrometheusStack({ release: 'kps' });
    expect(only({ platform, applications: [shop()] }).release).toBe('kps');
  });

  test('says what its Prometheus enforces', () => {
    const prometheus = { ...usualPlatform.prometheus, enforcedNamespaceLabel: 'namespace' as const };
    expect(
      only({ platform: { ...usualPlatform, prometheus }, applications: [shop()] }).enforcedNamespaceLabel,
    ).toBe('namespace');
  });
});

describe('a cluster is refused', () => {
  test.each<readonly [string, string, Partial<Parameters<typeof cluster>[1]>, string]>([
    ['whose name is no folder', 'Seoul 1', {}, "cluster 'Seoul 1': name: 'Seoul 1' is not a namespace"],
    ['with a label that no Prometheus adds', 'seoul', { labels: { 'my-region': 'kr' } }, 'labels.my-region:'],
    [
      'with a label that is empty',
      'seoul',
      { labels: { region: '' } },
      'labels.region: an external label that is empty is none',
    ],
    [
      'with an address that takes no path',
      'seoul',
      { addresses: { grafana: 'https://g.example.org/?a=b' } },
      'addresses.grafana:',
    ],
    [
      'with a login in an address',
      'seoul',
      { addresses: { prometheus: 'https://me:pw@p.example.org' } },
      'it holds a login',
    ],
  ])('%s', (_, name, spec, text) => {
    expect(() => cluster(name, { applications: [], ...spec })).toThrow(text);
  });

  test('with all that is wrong at once', () => {
    expect(() => cluster('Seoul', { labels: { region: '' }, applications: [] })).toThrow('2 faults');
  });

  test('with a field that nobody reads', () => {
    const spec = { applications: [], platfrom: usualPlatform };
    expect(() => cluster('seoul', spec)).toThrow('write platform');
  });

  test.each([
    ['platform', {}, 'an object is not made by kubePrometheusStack(…)'],
    ['platform', undefined, 'it is undefined'],
    ['argocd', {}, 'an object is not made by argocd(…)'],
    ['secrets', {}, 'an object is not made by byHand, externalSecrets(…) or sealedSecrets(…)'],
  ])('whose %s is %j', (field, value, text) => {
    expect(untyped(cluster, 'seoul', { applications: [], [field]: value })).toThrow(`${field}: ${text}`);
  });
});

describe('who is to tell nobody', () => {
  test.each([
    ['nothing', undefined],
    ['a function that makes nothing', () => undefined],
  ])('is no application where it is %s', (_, given) => {
    expect(
      untyped(() => cluster('staging', { applications: [Reflect.apply(untold, undefined, [given])] })),
    ).toThrow('untold: application: it is left out; write application(…)');
  });
});
