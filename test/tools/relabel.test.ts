import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Sample } from '../../tools/query.js';
import { type RelabelConfig, scraped } from '../scraped.js';

const keepApplicationsEndpoint: readonly RelabelConfig[] = [
  { source_labels: ['exported_endpoint'], regex: '(.+)', target_label: 'endpoint' },
  { action: 'labeldrop', regex: 'exported_endpoint' },
];

/** An application whose metric has a label `endpoint` of its own, behind a port whose name is the target's `endpoint`. */
const application = {
  exposition: '# TYPE x gauge\nx{endpoint="/orders"} 42\nx{endpoint="/health"} 7\n',
  labels: { endpoint: 'http' },
};

describe("an application's label that collides with a label of the target", () => {
  type Query = 'lost' | 'moved' | 'found' | 'exported' | 'up';
  let answers: Readonly<Record<Query, readonly Sample[]>>;
  beforeAll(async () => {
    const targets = {
      plain: { ...application, metricRelabelings: [] },
      relabeled: { ...application, metricRelabelings: keepApplicationsEndpoint },
    };
    answers = await scraped(targets, async (ask) => ({
      lost: await ask('x{job="plain", endpoint="/orders"}'),
      moved: await ask('x{job="plain", endpoint="http", exported_endpoint="/orders"}'),
      found: await ask('x{job="relabeled", endpoint="/orders"}'),
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
