import { describe, expect, test } from '@jest/globals';
import { watchedFluentBit } from '#application/agent/fluent-bit/watched.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { at, objectsOf, only } from '../../synth/estate/objects.js';
import { scraped, shop, web } from '../../synth/estate/shop.js';

const bit = watchedFluentBit('shop', 'shop-agents');
const watched = shop({
  services: [web, bit.service],
  scrapes: [scraped, bit.scrape],
  logs: fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki', port: 3100 } }),
});

describe('a Fluent Bit is watched (mistake 80):', () => {
  const objects = objectsOf(watched);
  const service = only(objects, 'Service', 'shop-fluent-bit');

  test('its Service finds its pods', () => {
    const pods = only(objects, 'DaemonSet', 'shop-fluent-bit');
    expect(at(pods, 'spec', 'template', 'metadata', 'labels')).toMatchObject(
      Object(at(service, 'spec', 'selector')),
    );
  });

  test('its Service stands where its pods are', () => {
    const pods = only(objects, 'DaemonSet', 'shop-fluent-bit');
    expect(at(service, 'metadata', 'namespace')).toBe(at(pods, 'metadata', 'namespace'));
  });

  test('its port is the one at which it answers', () => {
    const pods = only(objects, 'DaemonSet', 'shop-fluent-bit');
    expect(at(pods, 'spec', 'template', 'spec', 'containers', 0, 'ports', 0, 'containerPort')).toBe(
      at(service, 'spec', 'ports', 0, 'targetPort'),
    );
  });

  test('it is scraped where it tells of what it dropped', () => {
    expect(watchedFluentBit('shop', 'logging').scrape).toMatchObject({
      name: 'shop-fluent-bit',
      namespaces: ['logging'],
      path: '/api/v2/metrics/prometheus',
      interval: '30s',
    });
  });
});
