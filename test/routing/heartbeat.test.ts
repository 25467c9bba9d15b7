import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dockerCompose } from '#alerts/place/compose.js';
import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { host } from '#application/host/host.js';
import { ownRouting } from '#application/own-routing.js';
import { secret } from '#ground/secret.js';
import { everyAlertReachesSomebody } from '#laws/reached.js';
import { print } from '#promql/expr/print.js';
import type { InhibitionSpec } from '#routing/inhibition.js';
import { ways } from '#routing/reach.js';
import { slack } from '#routing/receiver/slack.js';
import { webhook } from '#routing/receiver/webhook.js';
import { routing } from '#routing/routing.js';
import { runbookPages } from '#synth/runbooks/page.js';
import { render, textOf } from '../hosts/rendered.js';
import { withWebhookUrls } from '../hosts/webhook-url.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { manifests } from '../operator/manifest.js';
import { provesEveryAlert } from '../proof/proven.js';
import { shop } from '../synth/estate/shop.js';
import { type RunningAlertmanager, startAlertmanager } from './alertmanager.js';
import { routesTest, withFile } from './amtool.js';
import { type Sink, openSink } from './sink.js';

const receivers = { chat: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }) };
const heartbeat = webhook({ url: secret('shop-heartbeat', 'url') });

/** A routing that would take the Watchdog for anything else, too. */
const beating = ownRouting({
  receivers,
  heartbeat,
  route: {
    receiver: 'chat',
    groupBy: ['...'],
    routes: [{ receiver: 'chat', matchers: { component: 'alerting' } }],
  },
});
const described = shop({ routing: beating });
const onHost = shop({ routing: beating, place: dockerCompose('shop') });
const watchdogOf = (application: Application) => {
  const found = alertsOf(application).find(({ name }) => name === 'Watchdog');
  if (!found) throw new Error('there is no Watchdog');
  return found;
};
const labelsOf = (application: Application) => alertLabels(application, watchdogOf(application)).labels;

/** What the operator writes of the shop, whose Secrets hold these URLs. */
const inCluster = (url: (path: string) => string): string =>
  alertmanagerYml(manifests(described), {
    'shop-prod/shop-slack': { url: url('/slack') },
    'shop-prod/shop-heartbeat': { url: url('/heartbeat') },
  });

describe('where a heartbeat is declared', () => {
  test('an alert fires always', () => {
    expect(print(watchdogOf(described).expr)).toBe('vector(1)');
  });

  test('it is told to nobody else', () => {
    expect(ways(described.routing, { labels: labelsOf(described) })).toEqual([['heartbeat']]);
  });

  test('it goes every minute or two, at once at first, and ends without a word', () => {
    expect([described.routing.route.routes[0], described.routing.receivers['heartbeat']]).toMatchObject([
      { receiver: 'heartbeat', groupWait: '0s', groupInterval: '1m', repeatInterval: '1m' },
      [{ integration: 'webhook', sendResolved: false }],
    ]);
  });

  test('the law that every alert reaches somebody holds', () => {
    expect(everyAlertReachesSomebody({ applications: [described], objects: [] })).toEqual([]);
  });

  test('by amtool a host sends it there, and to nobody else', async () => {
    const yml = withWebhookUrls(textOf(render(host(onHost)).files, 'alertmanager.yml'));
    expect(await withFile('alertmanager.yml', yml, (path) => routesTest(path, labelsOf(onHost)))).toEqual([
      'heartbeat',
    ]);
  });

  test('by amtool every part of a cluster’s configuration does, of which one alone has somebody to send it to', async () => {
    const yml = inCluster((path) => `http://127.0.0.1:9${path}`);
    const told = await withFile('alertmanager.yml', yml, (path) => routesTest(path, labelsOf(described)));
    expect(told).toEqual([
      'shop-prod/shop/heartbeat',
      'shop-prod/shop-heartbeat/heartbeat',
      // The chart's own route of the Watchdog, which tells nobody.
      'null',
    ]);
  });

  test('without its Secret nobody else is silenced', () => {
    expect(manifests(described).map(({ metadata }) => metadata.name)).toEqual(['shop', 'shop-heartbeat']);
  });

  test('a host says in its README where it goes', () => {
    expect(textOf(render(host(onHost)).files, 'README.md')).toContain(
      'all of this lives: Webhook shop-heartbeat.',
    );
  });

  test('its page is for the time when it ceases, and says not when it fires', () => {
    const page = runbookPages(onHost).get('shop/Watchdog.md') ?? '';
    expect([page.includes('the heartbeat has ceased'), page.includes('When it fires')]).toEqual([
      true,
      false,
    ]);
  });

  test('its page tells on a host to look at its servers', () => {
    expect(watchdogOf(onHost).runbook?.en?.check).toContain('docker compose -p shop-monitoring ps --all');
  });
});

test('without one there is no alert that nobody waits for', () => {
  expect(alertsOf(shop()).map(({ name }) => name)).not.toContain('Watchdog');
});

describe('of a shop with a heartbeat', () => {
  provesEveryAlert(
    described.groups.filter(({ name }) => name === 'shop-watchdog'),
    ruleContext(described),
  );
});

describe('the real Alertmanager, with what the operator would write', () => {
  let sink: Sink;
  let alertmanager: RunningAlertmanager;
  beforeAll(async () => {
    sink = await openSink();
    alertmanager = await startAlertmanager(inCluster(sink.url));
    await alertmanager.post([{ labels: labelsOf(described), annotations: {} }]);
  });
  afterAll(async () => {
    await alertmanager.stop();
    await sink.close();
  });

  test('posts the heartbeat', async () => {
    expect(await sink.next('/heartbeat')).toMatchObject({
      status: 'firing',
      receiver: expect.stringContaining('heartbeat'),
      alerts: [{ labels: { alertname: 'Watchdog', application: 'shop', severity: 'none' } }],
    });
  });
});

describe('a heartbeat is refused', () => {
  const refused = (spec: {
    readonly named?: boolean;
    readonly inhibit?: readonly InhibitionSpec[];
  }): string => {
    const { named = false, inhibit = [] } = spec;
    const others = named ? { heartbeat: receivers.chat } : {};
    try {
      routing({
        language: 'en',
        receivers: { ...receivers, ...others },
        route: { receiver: 'chat', routes: named ? [{ receiver: 'heartbeat', matchers: { a: 'b' } }] : [] },
        heartbeat,
        inhibit,
      });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'not refused';
  };

  test('beside a receiver of its name', () => {
    expect(refused({ named: true })).toContain(
      "receivers.heartbeat: 'heartbeat' is the receiver that the heartbeat makes; give it another name",
    );
  });

  test('where an inhibition would silence it', () => {
    const inhibit = [
      { source: { severity: 'critical' }, target: { component: 'alerting' }, equal: [] },
    ] as const;
    expect(refused({ inhibit })).toContain(
      'inhibit[0].target: may silence Watchdog, so that the heartbeat ceases though monitoring lives',
    );
  });

  test('but not where an inhibition takes warnings', () => {
    const inhibit = [
      { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: [] },
    ] as const;
    expect(refused({ inhibit })).toBe('not refused');
  });
});
