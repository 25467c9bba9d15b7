import { describe, expect, test } from '@jest/globals';
import type { End, Pods } from '#application/network/end.js';
import type { Way } from '#application/network/way.js';
import type { Manifest } from '#imports/manifest.js';
import { isOpen } from '#laws/network/policy.js';

const pods = (namespace: string, labels: Pods['labels'] = {}): Pods => ({ of: 'pods', namespace, labels });
const policy = (spec: object, namespace = 'shop'): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'policy', namespace },
  spec,
});
const way = (from: Pods, to: End, port = 6379, protocol: 'TCP' | 'UDP' = 'TCP'): Way => ({
  ...{ name: 'way', from, to, port, protocol },
});

const db = pods('shop', { role: 'db' });
const frontend = pods('shop', { role: 'frontend' });
const elsewhere = pods('office', { role: 'frontend' });

/** What may reach the database by these rules of its policy. */
const into = (...ingress: object[]) => [
  policy({ podSelector: { matchLabels: { role: 'db' } }, policyTypes: ['Ingress'], ingress }),
];
/** Where the front end may go. */
const outOf = (...egress: object[]) => [
  policy({ podSelector: { matchLabels: { role: 'frontend' } }, policyTypes: ['Egress'], egress }),
];
const at = (port: number, protocol = 'TCP') => ({ ports: [{ port, protocol }] });
const ofFrontend = { podSelector: { matchLabels: { role: 'frontend' } } };
const inOffice = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'office' } } };

describe('As Kubernetes documents network policies,', () => {
  test('what no policy is for is reached by all', () => {
    expect(isOpen([], way(frontend, db))).toBe(true);
  });

  test('a policy shuts out what it does not name', () => {
    expect(isOpen(into(), way(frontend, db))).toBe(false);
  });

  test('a policy of other pods does not concern these', () => {
    expect(isOpen(into(), way(db, frontend))).toBe(true);
  });

  test('a policy of another namespace does not concern these', () => {
    expect(isOpen([policy({ podSelector: {} }, 'office')], way(frontend, db))).toBe(true);
  });

  test('a rule without peers and ports lets all in', () => {
    expect(isOpen(into({}), way(elsewhere, db))).toBe(true);
  });

  test('a selector of pods alone is of those of the policy’s namespace', () => {
    const rules = into({ from: [ofFrontend] });
    expect([isOpen(rules, way(frontend, db)), isOpen(rules, way(elsewhere, db))]).toEqual([true, false]);
  });

  test('a selector of namespaces alone is of all pods there', () => {
    const rules = into({ from: [inOffice] });
    expect([isOpen(rules, way(frontend, db)), isOpen(rules, way(pods('office'), db))]).toEqual([false, true]);
  });

  test('both in one peer must hold', () => {
    const rules = into({ from: [{ ...inOffice, ...ofFrontend }] });
    expect([
      isOpen(rules, way(elsewhere, db)),
      isOpen(rules, way(pods('office'), db)),
      isOpen(rules, way(frontend, db)),
    ]).toEqual([true, false, false]);
  });

  test('either of two peers is enough', () => {
    const rules = into({ from: [inOffice, ofFrontend] });
    expect([isOpen(rules, way(pods('office'), db)), isOpen(rules, way(frontend, db))]).toEqual([true, true]);
  });

  test('peers and ports of a rule must hold together', () => {
    const rules = into({ from: [ofFrontend], ...at(6379) });
    expect([isOpen(rules, way(frontend, db)), isOpen(rules, way(frontend, db, 22))]).toEqual([true, false]);
  });

  test('rules add up, of one policy and of several', () => {
    const rules = [...into({ ...at(22) }), ...into({ from: [ofFrontend], ...at(6379) }, { ...at(80) })];
    expect([22, 80, 6379, 443].map((port) => isOpen(rules, way(frontend, db, port)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('a protocol that is left out is TCP', () => {
    const rules = into({ ports: [{ port: 53 }] });
    expect([isOpen(rules, way(frontend, db, 53)), isOpen(rules, way(frontend, db, 53, 'UDP'))]).toEqual([
      true,
      false,
    ]);
  });

  test('a range of ports has both ends', () => {
    const rules = into({ ports: [{ port: 32_000, endPort: 32_768 }] });
    expect([31_999, 32_000, 32_768, 32_769].map((port) => isOpen(rules, way(frontend, db, port)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a connection must be let out and let in', () => {
    const both = [
      ...outOf({ to: [{ podSelector: { matchLabels: { role: 'db' } } }], ...at(6379) }),
      ...into(),
    ];
    expect([isOpen(both.slice(0, 1), way(frontend, db)), isOpen(both, way(frontend, db))]).toEqual([
      true,
      false,
    ]);
  });

  test('policyTypes that are left out are of what comes in, and of what goes out where there are rules for it', () => {
    const rules = [policy({ podSelector: {}, egress: [{ ...at(53, 'UDP') }] })];
    expect([
      isOpen(rules, way(frontend, elsewhere)),
      isOpen(rules, way(elsewhere, frontend)),
      isOpen([policy({ podSelector: {} })], way(frontend, elsewhere)),
    ]).toEqual([false, false, true]);
  });

  test('a block of addresses holds those within, but for those that it excepts', () => {
    const block = { ipBlock: { cidr: '10.0.0.0/24', except: ['10.0.0.128/25'] } };
    const to = (cidr: string) => isOpen(outOf({ to: [block] }), way(frontend, { of: 'block', cidr }));
    expect(['10.0.0.5/32', '10.0.0.200/32', '10.0.1.5/32', '10.0.0.0/16', 'fd00::1/128'].map(to)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('an address that nobody knows is let out by a rule for all alone', () => {
    const rules = (rule: object) => isOpen(outOf(rule), way(frontend, { of: 'anywhere' }, 443));
    expect([rules({ ...at(443) }), rules({ to: [inOffice], ...at(443) })]).toEqual([true, false]);
  });

  test('expressions of selectors hold', () => {
    const of = (expression: object) =>
      isOpen(into({ from: [{ podSelector: { matchExpressions: [expression] } }] }), way(frontend, db));
    expect([
      of({ key: 'role', operator: 'In', values: ['frontend', 'backend'] }),
      of({ key: 'role', operator: 'NotIn', values: ['frontend'] }),
      of({ key: 'role', operator: 'Exists' }),
      of({ key: 'role', operator: 'DoesNotExist' }),
      of({ key: 'tier', operator: 'NotIn', values: ['web'] }),
      of({ key: 'tier', operator: 'Exists' }),
    ]).toEqual([true, false, true, false, true, false]);
  });

  test('where a namespace denies by default, what no policy names is shut out', () => {
    const rules = into({ from: [ofFrontend] });
    expect([isOpen([], way(frontend, db), ['shop']), isOpen(rules, way(frontend, db), ['shop'])]).toEqual([
      false,
      true,
    ]);
  });
});
