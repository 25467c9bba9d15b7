import { describe, expect, test } from '@jest/globals';
import { ApiObject } from 'cdk8s/lib/api-object.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { levelOf, podNeeds } from '#laws/platform/pod-level.js';
import { everyPodFitsItsNamespace } from '#laws/platform/pod-security.js';
import { shop } from '../../synth/estate/shop.js';
import { type objectOf, against, judged, platform } from './judged.js';

const safe = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const restricted = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'exporter', securityContext: safe }],
};
const withContainer = (securityContext: object, more: object = {}) => ({
  ...restricted,
  containers: [{ name: 'exporter', securityContext: { ...safe, ...securityContext }, ...more }],
});

describe('by Pod Security a pod is', () => {
  test('restricted where it says all that is asked', () => {
    expect(podNeeds(restricted)).toEqual([]);
  });

  test.each<[string, object]>([
    ['baseline', { containers: [{ name: 'bare' }] }],
    ['baseline', withContainer({ allowPrivilegeEscalation: true })],
    ['baseline', withContainer({ runAsUser: 0 })],
    ['baseline', withContainer({ runAsNonRoot: false })],
    ['baseline', withContainer({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } })],
    ['restricted', withContainer({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } })],
    ['baseline', { ...restricted, volumes: [{ name: 'data', nfs: {} }] }],
    ['restricted', { ...restricted, volumes: [{ name: 'tmp', emptyDir: {} }] }],
    ['privileged', { ...restricted, volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] }],
    ['privileged', { ...restricted, hostNetwork: true }],
    ['privileged', { ...restricted, hostPID: true }],
    ['privileged', { ...restricted, hostIPC: true }],
    ['privileged', withContainer({ privileged: true })],
    ['privileged', withContainer({ seccompProfile: { type: 'Unconfined' } })],
    ['privileged', withContainer({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } })],
    ['privileged', withContainer({}, { ports: [{ containerPort: 80, hostPort: 80 }] })],
    ['baseline', { ...restricted, initContainers: [{ name: 'first' }] }],
  ])('%s: %j', (level, pod) => {
    expect(levelOf(podNeeds({ ...pod }))).toBe(level);
  });
});

describe('on a platform', () => {
  const logs = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } });
  const namespace = (name: string, level: string) => (chart: Parameters<typeof objectOf>[0]) =>
    void new ApiObject(chart, 'namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': level } },
    });

  test('exporters fit a namespace that is restricted, and agents theirs', () => {
    expect(against(everyPodFitsItsNamespace, platform(), [shop({ logs })])).toEqual([]);
  });

  test('an exporter that asks for more is refused', () => {
    const place = judged(platform(), [shop()]);
    const objects = place.objects.map((each) =>
      each.manifest.kind === 'Deployment'
        ? {
            ...each,
            manifest: {
              ...each.manifest,
              spec: { template: { spec: { ...restricted, hostPID: true } } },
            },
          }
        : each,
    );
    expect(everyPodFitsItsNamespace({ ...place, objects })).toEqual([
      {
        where: expect.stringMatching(/^shop\/exporter-stock-exporter\//),
        what: 'hostPID',
        code: 'pod-not-admitted',
        why: 'the namespace shop-prod takes pods that are restricted, and this Deployment is privileged for hostPID',
        cure: 'let it run in a namespace of agents (agentNamespace), or leave out what it asks of its machine',
      },
    ]);
  });

  test.each([
    ['restricted', ['pod-not-admitted']],
    ['privileged', []],
  ] as const)(
    'an agent in a namespace that somebody else delivers as %s is held to that',
    (podSecurity, codes) => {
      const namespaces = { 'shop-agents': { podSecurity, deliveredElsewhere: true } };
      expect(
        against(everyPodFitsItsNamespace, platform(), [shop({ logs })], { namespaces }).map(
          ({ code }) => code,
        ),
      ).toEqual(codes);
    },
  );

  test('a namespace without agents is not privileged for being meant for them', () => {
    const place = judged(platform(), [shop()]);
    const objects = place.objects.map((each) => {
      const { metadata } = each.manifest;
      const spec = { template: { spec: { ...restricted, hostPID: true } } };
      return each.manifest.kind === 'Deployment'
        ? {
            ...each,
            manifest: { ...each.manifest, metadata: { ...metadata, namespace: 'shop-agents' }, spec },
          }
        : each;
    });
    expect(everyPodFitsItsNamespace({ ...place, objects }).map(({ code }) => code)).toEqual([
      'pod-not-admitted',
    ]);
  });

  test('an agent is refused where its namespace is restricted', () => {
    const change = namespace('shop-agents', 'restricted');
    expect(against(everyPodFitsItsNamespace, platform(), [shop({ logs })], { change })).toMatchObject([
      { code: 'pod-not-admitted', why: expect.stringContaining('this DaemonSet is privileged') },
    ]);
  });
});
