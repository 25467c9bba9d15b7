import { describe, expect, test } from '@jest/globals';
import { dashboard, datasource, fluentBit, logs as logPanel } from 'cheomseong';
import { everyLogPanelSelectsByLabels } from '#laws/log-labels.js';
import { shop } from '../synth/estate/shop.js';

const logs = fluentBit({ namespaces: ['shop'], loki: { host: 'loki.monitoring.svc', port: 3100 } });
const other = datasource('loki', { uid: 'old', name: 'Old' });
const described = { ko: '로그', en: 'Logs' };

/** What the law says of a panel that asks this, of a shop whose logs Fluent Bit sends. */
const judged = (logql: string, more: { readonly datasource?: typeof other } = {}) =>
  everyLogPanelSelectsByLabels({
    objects: [],
    applications: [
      shop({
        logs,
        agentNamespace: 'shop-agents',
        otherDatasources: [other],
        dashboards: [
          (about) =>
            dashboard('Logs', {
              ...about,
              description: described,
              panels: [logPanel('Lines', { description: described, logql, ...more })],
            }),
        ],
      }),
    ],
  });

describe('a panel of logs', () => {
  test('that selects streams by a pod is refused, with where a pod is asked for', () => {
    expect(judged('{namespace="shop", pod="shop-0"}')).toMatchObject([
      {
        where: "shop/dashboards/shop-logs/panels 'Lines'",
        code: 'no-such-label',
        cure: expect.stringContaining('| pod="…"'),
      },
    ]);
  });

  test('that selects them by what no agent sets is refused', () => {
    expect(judged('{namespace="shop", job="web"}')).toMatchObject([
      { why: 'no stream has a label job; Fluent Bit sets namespace, app, level' },
    ]);
  });

  test('that asks for a pod behind the selector is not', () => {
    expect(judged('{namespace="shop", level="error"} | pod="shop-0"')).toEqual([]);
  });

  test('that asks another Loki is not: nobody knows its labels', () => {
    expect(judged('{job="web"}', { datasource: other })).toEqual([]);
  });
});
