import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { probingShop } from '../synth/estate/probing.js';

const objects = objectsOf(probingShop());

describe('in a cluster endpoints are asked by a Probe', () => {
  test('of the exporter, by one of its modules, which calls them as they are written', () => {
    expect(only(objects, 'Probe', 'site')['spec']).toEqual({
      jobName: 'probe/shop-prod/site',
      prober: { url: 'blackbox.shop-prod.svc:9115', path: '/probe' },
      module: 'site',
      targets: {
        staticConfig: {
          static: ['https://shop.example/health', 'https://shop.example/orders'],
          labels: { region: 'seoul', namespace: 'shop-prod' },
        },
      },
      interval: '30s',
      scrapeTimeout: '8s',
    });
  });

  test('that Prometheus selects (mistake 9)', () => {
    expect(only(objects, 'Probe', 'database').metadata.labels).toMatchObject({ release: 'prometheus' });
  });
});

describe('the exporter', () => {
  const deployment = only(objects, 'Deployment', 'blackbox');
  const pod = (...field: readonly (string | number)[]) =>
    at(deployment, 'spec', 'template', 'spec', ...field);

  test('reads its modules from a ConfigMap', () => {
    const text = at(only(objects, 'ConfigMap', 'blackbox'), 'data', 'blackbox.yml');
    expect(parse(String(text))).toMatchObject({
      modules: {
        site: { prober: 'http', http: { tls_config: { ca_file: '/etc/secrets/shop-tls/ca.crt' } } },
      },
    });
  });

  test('finds there what its modules name', () => {
    expect(pod('containers', 0, 'volumeMounts')).toEqual([
      { name: 'configuration', mountPath: '/etc/blackbox', readOnly: true },
      { name: 'secret-0', mountPath: '/etc/secrets/shop-tls', readOnly: true },
      { name: 'secret-1', mountPath: '/etc/secrets/shop-prober', readOnly: true },
    ]);
  });

  test('sees of each Secret the keys alone that its modules name', () => {
    expect(pod('volumes')).toContainEqual({
      name: 'secret-1',
      secret: {
        secretName: 'shop-prober',
        items: [
          { key: 'password', path: 'password' },
          { key: 'token', path: 'token' },
        ],
      },
    });
  });

  test('is started anew with other modules', () => {
    const annotations = at(deployment, 'spec', 'template', 'metadata', 'annotations');
    expect(annotations).toEqual({ 'checksum/configuration': expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('may run in a namespace that Pod Security restricts (mistake 62)', () => {
    expect([pod('securityContext'), pod('containers', 0, 'securityContext')]).toMatchObject([
      { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      { allowPrivilegeEscalation: false, privileged: false, capabilities: { drop: ['ALL'] } },
    ]);
  });
});
