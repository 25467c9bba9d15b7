import { describe, expect, test } from '@jest/globals';
import { type ClusterSpec, cluster } from '#cluster/cluster.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { faultsOf } from '../synth/estate/places.js';
import { shop } from '../synth/estate/shop.js';

const faults = (spec: Partial<ClusterSpec>) =>
  faultsOf([cluster('production', { applications: [shop()], ...spec })]);

describe('what a cluster says of a namespace', () => {
  test('is refused where nothing lies in it', () => {
    expect(faults({ namespaces: { 'shop-prdo': { podSecurity: 'restricted' } } })).toEqual([
      {
        where: 'production/namespaces',
        what: 'shop-prdo',
        code: 'no-such-namespace',
        why: 'nothing that production is given lies in a namespace shop-prdo, so that what is said of it is done nowhere',
        cure: 'write shop-prod, or leave it out',
      },
    ]);
  });

  test.each(['shop-prod', 'monitoring', 'monitoring-agents'])('may be of one that is there: %s', (name) => {
    const namespaces = { [name]: { deliveredElsewhere: true } };
    expect(faults({ namespaces, platform: kubePrometheusStack() })).toEqual([]);
  });

  test('is not refused for an application that is refused itself', () => {
    const namespaces = { 'shop-prod': { deliveredElsewhere: true } };
    expect(faults({ namespaces, applications: [shop(), shop()] }).map(({ code }) => code)).toEqual([
      'name-twice',
    ]);
  });
});
