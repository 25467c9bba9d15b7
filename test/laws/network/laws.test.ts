import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { redisExporter } from '#application/exporter/redis.js';
import type { Fault } from '#ground/fault.js';
import type { Manifest } from '#imports/manifest.js';
import { everyPolicyIsOfItsPods } from '#laws/isolated.js';
import type { Law } from '#laws/law.js';
import { everyDenyingNamespaceIsEntered, everyWayIsOpen } from '#laws/way.js';
import { objectsOf } from '../../synth/estate/objects.js';
import { shop, stockExporter } from '../../synth/estate/shop.js';

const cache = redisExporter('cache-exporter', { namespace: 'shop-prod', address: 'cache:6379' });
const plain = shop({ exporters: [stockExporter, cache] });

/** What a law says of an application whose policies somebody has changed, or to which somebody added one. */
const faults = (
  law: Law,
  application: Application = plain,
  change: (policy: Manifest) => Manifest = (policy) => policy,
  ...added: readonly Manifest[]
): readonly Fault[] => {
  const made = objectsOf(application).map((each) => (each.kind === 'NetworkPolicy' ? change(each) : each));
  const objects = [...made, ...added].map((manifest) => ({
    ...{ place: '', application: application.name, file: `${application.name}/x.yaml`, manifest },
    path: `${application.name}/${manifest.kind}/${manifest.metadata.name}`,
  }));
  return law({ applications: [application], objects });
};
const policy = (spec: object): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'own', namespace: 'shop-prod' },
  spec,
});
const all = policy({ podSelector: {}, policyTypes: ['Ingress'] });

test.each([everyPolicyIsOfItsPods, everyWayIsOpen, everyDenyingNamespaceIsEntered])(
  'what is rendered keeps to the law %p',
  (law) => {
    expect(faults(law)).toEqual([]);
  },
);

describe('a policy is of its pods', () => {
  test('and refused where there are none', () => {
    const none = policy({ podSelector: { matchLabels: { app: 'cash' } } });
    expect(faults(everyPolicyIsOfItsPods, plain, undefined, none)).toEqual([
      {
        where: 'shop/NetworkPolicy/own spec.podSelector',
        what: '{"matchLabels":{"app":"cash"}}',
        code: 'policy-of-nothing',
        why: 'no pod that is rendered or declared in shop-prod has these labels, so it protects none',
        cure: 'select by the labels of the pods that it is for',
      },
    ]);
  });

  test('and refused where it is for all of a namespace that does not deny by default', () => {
    expect(faults(everyPolicyIsOfItsPods, plain, undefined, all)).toMatchObject([
      { code: 'isolates-others', what: '{}' },
    ]);
  });

  test('and may be for all where the namespace denies by default', () => {
    const guarded = shop({ network: { denying: ['shop-prod'] } });
    expect(faults(everyPolicyIsOfItsPods, guarded, undefined, all)).toEqual([]);
  });
});

describe('every way is open:', () => {
  const without = (...fields: readonly string[]) =>
    faults(everyWayIsOpen, plain, ({ spec, ...object }) => ({
      ...object,
      spec: Object.fromEntries(Object.entries(spec ?? {}).filter(([field]) => !fields.includes(field))),
    }));

  test('that Prometheus is let in', () => {
    expect(without('ingress').map(({ where, what }) => ({ where, what }))).toEqual([
      {
        where: 'shop/network/stock-exporter',
        what: 'app.kubernetes.io/managed-by=prometheus-operator, app.kubernetes.io/name=prometheus in monitoring → app.kubernetes.io/name=stock-exporter in shop-prod, TCP 9200',
      },
      {
        where: 'shop/network/cache-exporter',
        what: 'app.kubernetes.io/managed-by=prometheus-operator, app.kubernetes.io/name=prometheus in monitoring → app.kubernetes.io/name=cache-exporter in shop-prod, TCP 9121',
      },
    ]);
  });

  test('that an exporter is let out to what it watches, and to ask for its name', () => {
    expect(without('egress').map(({ what, code }) => ({ what, code }))).toEqual([
      {
        what: 'app.kubernetes.io/name=cache-exporter in shop-prod → the pods in shop-prod, TCP 6379',
        code: 'way-shut',
      },
      {
        what: 'app.kubernetes.io/name=cache-exporter in shop-prod → any address, UDP 53',
        code: 'way-shut',
      },
    ]);
  });

  test('a policy that denies by default shuts it, unless the application knows of it', () => {
    const guarded = shop({ network: { denying: ['shop-prod'] } });
    expect([
      faults(everyWayIsOpen, shop(), undefined, all).map(({ cure }) => cure),
      faults(everyWayIsOpen, guarded, undefined, all),
    ]).toEqual([
      [
        "add a rule for it; where a policy denies by default what runs in shop-prod, say so: network: { denying: ['shop-prod'] }",
      ],
      [],
    ]);
  });
});

test('a namespace that denies by default, and that nobody enters, is told of', () => {
  const guarded = shop({ network: { denying: ['shop-prod', 'shop-pord'] } });
  expect(faults(everyDenyingNamespaceIsEntered, guarded)).toEqual([
    {
      where: 'shop/network.denying',
      what: 'shop-pord',
      code: 'setting-for-nothing',
      why: 'nothing is scraped in shop-pord, and nothing there is watched',
      cure: 'leave it out, or name one that is entered: shop-prod, shop-staging',
    },
  ]);
});
