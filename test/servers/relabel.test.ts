import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Sample } from './query.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { shop } from '../synth/estate/shop.js';
import { metricRelabelConfigs } from '../operator/relabelings.js';
import { scraped } from '../scraped.js';

const monitor = only(objectsOf(shop()), 'ServiceMonitor', 'shop');
const relabelings = metricRelabelConfigs(at(monitor, 'spec', 'endpoints', 0, 'metricRelabelings'));

/** The shop's label `endpoint` is the route; the target's is the name of its port. */
const application = {
  exposition: [
    '# TYPE shop_requests_total counter',
    'shop_requests_total{endpoint="/orders",status="200"} 42',
    'shop_requests_total{endpoint="/health",status="200"} 7',
    '',
  ].join('\n'),
  labels: { endpoint: String(at(monitor, 'spec', 'endpoints', 0, 'port')) },
};

describe("an application's label that collides with a label of the target (mistake 10)", () => {
  type Query = 'lost' | 'moved' | 'found' | 'exported' | 'up';
  let answers: Readonly<Record<Query, readonly Sample[]>>;
  beforeAll(async () => {
    const targets = {
      plain: { ...application, metricRelabelings: [] },
      relabeled: { ...application, metricRelabelings: relabelings },
    };
    answers = await scraped(targets, async (ask) => ({
      lost: await ask('shop_requests_total{job="plain", endpoint="/orders"}'),
      moved: await ask('shop_requests_total{job="plain", endpoint="http", exported_endpoint="/orders"}'),
      found: await ask('shop_requests_total{job="relabeled", endpoint="/orders"}'),
      exported: await ask('{job="relabeled", exported_endpoint!=""}'),
      up: await ask('up{job="relabeled", endpoint="http"}'),
    }));
  }, 20_000);

  const values = (query: Query) => answers[query].map(({ value }) => value);

  test("is not found by the application's value when nothing is relabeled", () => {
    expect(values('lost')).toEqual([]);
  });

  test('has moved to exported_endpoint when nothing is relabeled', () => {
    expect(values('moved')).toEqual([42]);
  });

  test("is found by the application's value when relabeled", () => {
    expect(values('found')).toEqual([42]);
  });

  test('leaves no exported_endpoint behind when relabeled', () => {
    expect(values('exported')).toEqual([]);
  });

  test("leaves the port's name on the target's own series when relabeled", () => {
    expect(values('up')).toEqual([1]);
  });
});
