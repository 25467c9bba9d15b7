import { describe, expect, test } from '@jest/globals';
import { watchedFluentBit } from '../../../application/agent/fluent-bit/watched.js';
import { ojeomneo } from '../../../apps/ojeomneo/index.js';
import { alertsOf } from '../../../application/application.js';
import { at, objectsOf, only } from '../../synth/estate/objects.js';

describe('a Fluent Bit is watched (mistake 80):', () => {
  const objects = objectsOf(ojeomneo);
  const service = only(objects, 'Service', 'ojeomneo-fluent-bit');

  test('its Service finds its pods', () => {
    const pods = only(objects, 'DaemonSet', 'ojeomneo-fluent-bit');
    expect(at(pods, 'spec', 'template', 'metadata', 'labels')).toMatchObject(
      Object(at(service, 'spec', 'selector')),
    );
  });

  test('its Service stands where its pods are', () => {
    const pods = only(objects, 'DaemonSet', 'ojeomneo-fluent-bit');
    expect(at(service, 'metadata', 'namespace')).toBe(at(pods, 'metadata', 'namespace'));
  });

  test('its port is the one at which it answers', () => {
    const pods = only(objects, 'DaemonSet', 'ojeomneo-fluent-bit');
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

  test('ojeomneo is told of logs that it drops or cannot send', () => {
    expect(alertsOf(ojeomneo).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['LogsDropped', 'LogsNotSent', 'TargetDown']),
    );
  });
});
