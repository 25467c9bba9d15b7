import { describe, expect, test } from '@jest/globals';
import { above } from '#alerts/rule/condition.js';
import { group } from '#alerts/rule/group.js';
import { imported } from '#alerts/imported/imported.js';
import { unproven } from '#alerts/scenario/standing.js';
import { application } from '#application/application.js';
import { ownRouting } from '#application/own-routing.js';
import { secret } from '#ground/secret.js';
import { everyAlertReachesSomebody } from '#laws/reached.js';
import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';
import { asWritten } from '#promql/vector/as-written.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });

const told = (severities?: readonly string[]) =>
  routing({
    language: 'en',
    receivers: { chat, oncall: chat },
    route: { receiver: 'chat', routes: [{ receiver: 'oncall', matchers: { severity: /page|urgent/ } }] },
    ...(severities && { severities }),
  });

describe('a route by a severity that is none of ours', () => {
  test('is refused, since no alert has it', () => {
    expect(() => told()).toThrow("'/page|urgent/' is none of critical, warning");
  });

  test('is taken where alerts bring it along', () => {
    expect(told(['page']).route.routes[0]?.matchers).toEqual([
      { label: 'severity', operator: '=~', value: 'page|urgent' },
    ]);
  });
});

describe('an alert that was written elsewhere and is told to nobody', () => {
  const metrics = catalog({ workers: gauge('shop_workers', { help: 'Workers.' }) });
  const watchdog = imported('Watchdog', {
    when: above(asWritten('shop_workers', { metrics: [metrics] }), { value: 5, unit: 'count' }),
    labels: { severity: 'none' },
    annotations: { summary: 'Well' },
    proof: unproven('it is only of a test'),
  });
  const shop = application('shop', {
    title: 'Shop',
    language: 'en',
    namespace: 'shop',
    platform: [metrics],
    groups: [group('shop', { interval: '30s', packs: [{ watchdog }] })],
    routing: ownRouting({
      receivers: { chat, nobody: [] },
      route: { receiver: 'chat', routes: [{ receiver: 'nobody', matchers: { severity: /none/ } }] },
    }),
    runbook: (alert) => `https://runbooks.example.org/${alert}`,
  });

  test('is only told of: it may be meant', () => {
    const faults = everyAlertReachesSomebody({ applications: [shop], objects: [] });
    expect(faults.map(({ what, isHint }) => [what, isHint])).toEqual([['Watchdog', true]]);
  });
});
