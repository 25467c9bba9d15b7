import { describe, expect, test } from '@jest/globals';
import { nothingIsLeftToTheServer } from '#laws/served.js';

/** What is wrong with an object of this kind. */
const faults = (kind: string, fields: object) =>
  nothingIsLeftToTheServer({
    applications: [],
    objects: [
      {
        place: '',
        application: 'shop',
        path: 'shop/object',
        file: `shop/${kind}.shop.yaml`,
        manifest: { apiVersion: 'v1', kind, metadata: { name: 'shop' }, ...fields },
      },
    ],
  });
const monitor = (endpoint: object) => faults('ServiceMonitor', { spec: { endpoints: [endpoint] } });

describe('what an API server fills in (mistake 60)', () => {
  test('is refused where it is left out in a list that is compared whole', () => {
    const relabelings = [{ targetLabel: 'job', replacement: 'shop' }];
    expect(monitor({ relabelings })).toEqual([
      {
        where: 'shop/object spec.endpoints[0].relabelings[0].action',
        what: '',
        code: 'differs-for-ever',
        why: 'the API server fills in "replace" here, in a list that is compared whole: the manifest and the object would differ for ever',
        cure: 'write action: replace',
      },
    ]);
  });

  test('is refused of metrics as it is of targets', () => {
    expect(monitor({ metricRelabelings: [{ regex: 'shop_.*' }, { action: 'drop' }] })).toMatchObject([
      { where: 'shop/object spec.endpoints[0].metricRelabelings[0].action' },
    ]);
  });

  test('is refused of a reference to a Secret', () => {
    expect(monitor({ basicAuth: { username: { key: 'user' } } })).toMatchObject([
      { where: 'shop/object spec.endpoints[0].basicAuth.username.name' },
    ]);
  });

  test('may be written', () => {
    expect(monitor({ relabelings: [{ action: 'replace', targetLabel: 'job' }] })).toEqual([]);
  });

  test('may be left out where items are told apart by their keys', () => {
    expect(faults('Service', { spec: { ports: [{ name: 'http', port: 80 }] } })).toEqual([]);
  });

  test('is refused in a list of a pod that is compared whole', () => {
    const sources = [{ serviceAccountToken: { path: 'token' } }];
    const spec = { template: { spec: { volumes: [{ name: 'token', projected: { sources } }] } } };
    expect(faults('Deployment', { spec })).toMatchObject([{ cure: 'write expirationSeconds: 3600' }]);
  });
});

describe('what an API server drops (mistake 60)', () => {
  test.each([
    ['Deployment', { spec: { minReadySeconds: 0 } }, 'spec.minReadySeconds', '0'],
    [
      'DaemonSet',
      { spec: { template: { spec: { hostNetwork: false } } } },
      'spec.template.spec.hostNetwork',
      'false',
    ],
    ['Service', { spec: { externalIPs: [] } }, 'spec.externalIPs', '[]'],
    ['ConfigMap', { data: {} }, 'data', '{}'],
    ['PrometheusRule', { metadata: { name: 'shop', annotations: {} } }, 'metadata.annotations', '{}'],
  ])('is refused of a %s where it says nothing: %j', (kind, fields, field, what) => {
    expect(faults(kind, fields)).toEqual([
      {
        where: `shop/object ${field}`,
        what,
        code: 'differs-for-ever',
        why: 'this says nothing, so the API server drops it, and a diff may show it for ever',
        cure: 'leave it out',
      },
    ]);
  });

  test('may be written where it says something', () => {
    const spec = { minReadySeconds: 10, template: { spec: { hostNetwork: true } } };
    expect(faults('DaemonSet', { spec })).toEqual([]);
  });

  test('is not refused where a server keeps it', () => {
    const spec = { replicas: 0, template: { spec: { automountServiceAccountToken: false } } };
    expect(faults('Deployment', { spec })).toEqual([]);
  });
});

describe('a quantity', () => {
  const asking = (cpu: unknown) =>
    faults('Deployment', {
      spec: { template: { spec: { containers: [{ name: 'shop', resources: { requests: { cpu } } }] } } },
    });

  test('is refused where an API server writes it in another way', () => {
    expect(asking('0.5')).toEqual([
      {
        where: 'shop/object spec.template.spec.containers[0].resources.requests.cpu',
        what: '"0.5"',
        code: 'differs-for-ever',
        why: 'the API server writes this quantity as "500m": the manifest and the object would differ for ever',
        cure: 'write "500m"',
      },
    ]);
  });

  test('is refused as a number, which is served as a text', () => {
    expect(asking(1)).toMatchObject([{ what: '1', cure: 'write "1"' }]);
  });

  test('may stand as an API server writes it', () => {
    expect(asking('500m')).toEqual([]);
  });

  test('of a volume is refused too', () => {
    const spec = { template: { spec: { volumes: [{ name: 'x', emptyDir: { sizeLimit: '1024Mi' } }] } } };
    expect(faults('DaemonSet', { spec })).toMatchObject([{ cure: 'write "1Gi"' }]);
  });

  test('of a claim is refused too', () => {
    const claim = {
      spec: { resources: { requests: { storage: '2048Gi' } }, volumeMode: 'Filesystem' },
      ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', status: { phase: 'Pending' } },
    };
    expect(faults('StatefulSet', { spec: { volumeClaimTemplates: [claim] } })).toMatchObject([
      { cure: 'write "2Ti"' },
    ]);
  });
});

test('a template of a claim is refused without its phase, which an API server fills in', () => {
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { volumeMode: 'Filesystem' } };
  expect(faults('StatefulSet', { spec: { volumeClaimTemplates: [claim] } })).toMatchObject([
    { cure: 'write status: {"phase":"Pending"}' },
  ]);
});
