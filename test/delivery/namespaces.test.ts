import { describe, expect, test } from '@jest/globals';
import { cluster } from '#cluster/cluster.js';
import type { Manifest } from '#imports/manifest.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { shop } from '../synth/estate/shop.js';
import { afar, at, delivered, listAt, manifestsOf, named, ofKind } from './clusters.js';

const manifests = manifestsOf(delivered('production'));
const namespaces = ofKind(manifests, 'Namespace');
const nameOf = ({ metadata: { name } }: Manifest): string => name;
const labels = (from: ReadonlyMap<string, Manifest>, name: string) =>
  named(from, 'Namespace', name).metadata.labels;
const security = (level: string) => `pod-security.kubernetes.io/${level}`;

describe('the namespaces of a cluster', () => {
  test('are those in which something lies, and those of the platform', () => {
    const within = [...manifests]
      .filter(([path]) => !path.includes('/argocd/'))
      .flatMap(([, { metadata }]) => metadata.namespace ?? []);
    expect(new Set(namespaces.map(nameOf))).toEqual(new Set([...within, 'monitoring', 'monitoring-agents']));
  });

  test('are neither pruned nor deleted by anybody', () => {
    expect(
      new Set(namespaces.map(({ metadata }) => metadata.annotations?.['argocd.argoproj.io/sync-options'])),
    ).toEqual(new Set(['Prune=false,Delete=false']));
  });

  test.each(['shop-agents', 'monitoring-agents'])('take agents: %s', (name) => {
    expect(labels(manifests, name)).toEqual({ [security('enforce')]: 'privileged' });
  });

  test('take nothing of the platform but what is restricted', () => {
    expect(labels(manifests, 'monitoring')).toEqual({
      [security('enforce')]: 'restricted',
      [security('warn')]: 'restricted',
      [security('audit')]: 'restricted',
    });
  });

  test('of the platform take agents where node_exporter lives there', () => {
    const beside = kubePrometheusStack({ nodeExporter: { namespace: 'monitoring' } });
    expect(labels(manifestsOf(delivered('production', {}, { platform: beside })), 'monitoring')).toEqual({
      [security('enforce')]: 'privileged',
    });
  });

  test('in which others live refuse none of their pods, but tell of those that are not restricted', () => {
    expect(labels(manifests, 'shop-prod')).toEqual({
      [security('warn')]: 'restricted',
      [security('audit')]: 'restricted',
    });
  });

  test('enforce what the cluster says', () => {
    const said = delivered('production', {}, { namespaces: { 'shop-prod': { podSecurity: 'restricted' } } });
    expect(labels(manifestsOf(said), 'shop-prod')?.[security('enforce')]).toBe('restricted');
  });

  test('carry the labels by which the platform looks for them', () => {
    const looking = kubePrometheusStack({ selects: { rules: { labels: {}, namespaces: { team: 'shop' } } } });
    expect(
      labels(manifestsOf(delivered('production', {}, { platform: looking })), 'shop-prod')?.['team'],
    ).toBe('shop');
  });

  test('that somebody else delivers are left to him', () => {
    const elsewhere = delivered(
      'production',
      {},
      { namespaces: { 'shop-prod': { deliveredElsewhere: true } } },
    );
    expect(ofKind(manifestsOf(elsewhere), 'Namespace').map(nameOf)).not.toContain('shop-prod');
  });

  test('are there where somebody applies them by hand, without Roles for anybody', () => {
    const byHand = manifestsOf(
      cluster('production', { applications: [shop()], platform: kubePrometheusStack() }),
    );
    expect(new Set(ofKind(byHand, 'Namespace', 'Role', 'RoleBinding').map(({ kind }) => kind))).toEqual(
      new Set(['Namespace']),
    );
  });
});

describe('who delivers', () => {
  const role = named(manifests, 'Role', 'monitoring-delivery-shop-prod');
  const resources = listAt(role, 'rules');

  test('may do so with each kind that lies in the namespace, and with no other', () => {
    const kinds = [...manifests]
      .filter(([path]) => !path.includes('/argocd/') && !path.includes('/namespaces/'))
      .filter(([, { metadata }]) => metadata.namespace === 'shop-prod')
      .map(([, { kind }]) => `${kind.toLowerCase()}s`.replace(/ys$/, 'ies'));
    expect(resources.flatMap((rule) => listAt(rule, 'resources')).sort()).toEqual([...new Set(kinds)].sort());
  });

  test('may look, apply and prune, and no more', () => {
    expect(new Set(resources.flatMap((rule) => listAt(rule, 'verbs')))).toEqual(
      new Set(['get', 'list', 'watch', 'create', 'patch', 'delete']),
    );
  });

  test('may touch no Secret where none is delivered', () => {
    expect(
      ofKind(manifests, 'Role').flatMap((each) =>
        listAt(each, 'rules').filter((rule) => listAt(rule, 'resources').includes('secrets')),
      ),
    ).toEqual([]);
  });

  const subjects = (from: ReadonlyMap<string, Manifest>) =>
    at(named(from, 'RoleBinding', 'monitoring-delivery-shop-prod'), 'subjects');

  test('is ArgoCD itself where it runs', () => {
    expect(subjects(manifests)).toEqual([
      { kind: 'ServiceAccount', name: 'argocd-application-controller', namespace: 'argocd' },
    ]);
  });

  test('is elsewhere who was made there for it', () => {
    expect(subjects(manifestsOf(delivered('production', { server: afar })))).toEqual([
      { kind: 'ServiceAccount', name: 'argocd-manager', namespace: 'kube-system' },
    ]);
  });

  test('is who is said', () => {
    const group = delivered('production', { deliverer: { kind: 'Group', name: 'monitoring' } });
    expect(subjects(manifestsOf(group))).toEqual([
      { kind: 'Group', name: 'monitoring', apiGroup: 'rbac.authorization.k8s.io' },
    ]);
  });
});
