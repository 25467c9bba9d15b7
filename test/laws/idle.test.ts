import { describe, expect, test } from '@jest/globals';
import type { Application, ApplicationSpec } from '#application/application.js';
import {
  everyGroupingKeepsAlertsApart,
  everyInhibitionIsOfItsAlerts,
  everyRouteTakesAnAlert,
} from '#laws/idle.js';
import type { Law } from '#laws/law.js';
import { not } from '#promql/metric/match.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import type { InhibitionSpec } from '#routing/inhibition.js';
import { slack } from '#routing/receiver/slack.js';
import type { RouteSpec } from '#routing/route.js';
import { webhook } from '#routing/receiver/webhook.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { alerting, basketsPerPod, requestRate, scraped, shop, stock, tooMany } from '../synth/estate/shop.js';

const { up } = scrapeMetrics;
const answering = sum(value(up.where({ namespace: 'shop-prod', job: ['web', 'api'] })), { by: ['job'] });

const groups = alerting(
  tooMany('HighErrorRate', requestRate, { severity: 'critical' }),
  tooMany('HighLatency', requestRate, { component: 'web' }),
  tooMany('TooManyBaskets', basketsPerPod, { labels: { slo: 'baskets' } }),
  tooMany('TooManyItems', stock, { component: 'stock' }),
  tooMany('TooManyTargets', answering, { severity: 'critical' }),
);

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const routed = (
  route: Omit<RouteSpec<'chat', never>, 'receiver'>,
  { inhibit, ...spec }: Partial<ApplicationSpec> & { readonly inhibit?: readonly InhibitionSpec[] } = {},
): Application =>
  shop({
    // Without scrapes there is nothing to be watched: these are all of its alerts.
    scrapes: [],
    exporters: [],
    groups,
    routing: routing({
      language: 'en',
      receivers: { chat },
      route: { receiver: 'chat', ...route },
      ...(inhibit && { inhibit }),
    }),
    ...spec,
  });
const faults = (law: Law, application: Application) => law({ applications: [application], objects: [] });

describe('every route takes an alert (mistake 50)', () => {
  const law = everyRouteTakesAnAlert;
  const ofRoutes = (...routes: readonly RouteSpec<'chat', never>[]) => faults(law, routed({ routes }));

  test.each<[string, RouteSpec<'chat', never>]>([
    ['by its name', { matchers: { alertname: 'HighLatency' } }],
    ['by a pattern of names', { matchers: { alertname: /TooMany.+/ } }],
    ['by one of several severities', { matchers: { severity: ['critical', 'warning'] } }],
    ['by a label that only the alert has', { matchers: { slo: /.+/ } }],
    ['by a label that is known only when it fires', { matchers: { pod: /db-.+/ } }],
    ['by a value between which its expression chooses', { matchers: { job: 'api' } }],
    ['that lacks a label', { matchers: { slo: '' } }],
    [
      'that lacks a label which it may turn out to lack',
      { matchers: { alertname: 'TooManyTargets', job: '' } },
    ],
    ['that is not another', { matchers: { alertname: not('HighLatency') } }],
    [
      'after those that another took',
      { matchers: { severity: 'critical' }, routes: [{ matchers: { job: 'web' } }] },
    ],
  ])('%s', (_, route) => {
    expect(ofRoutes(route)).toEqual([]);
  });

  test.each<[string, RouteSpec<'chat', never>, string, string]>([
    [
      'a name that is misspelt',
      { matchers: { alertname: 'HighErorRate' } },
      'no alert that gets here has alertname="HighErorRate"',
      'write HighErrorRate',
    ],
    [
      'a label that no alert has',
      { matchers: { team: 'db' } },
      'no alert that gets here has a label team',
      'write one of: alertname, application, component, job, namespace, pod, severity, slo',
    ],
    [
      'a label that is misspelt',
      { matchers: { componet: 'web' } },
      'no alert that gets here has a label componet',
      'write component',
    ],
    [
      'a value in other letters',
      { matchers: { component: 'Web' } },
      'no alert that gets here has component="Web"',
      'write web',
    ],
    [
      'a value between which the expression does not choose',
      { matchers: { job: 'wep' } },
      'no alert that gets here has job="wep"',
      'write web',
    ],
    [
      'a pattern that matches nothing',
      { matchers: { alertname: /Slow.*/ } },
      'no alert that gets here has alertname=~"Slow.*"',
      'write one of: HighErrorRate, HighLatency, TooManyBaskets, TooManyItems, TooManyTargets',
    ],
    [
      'a namespace of another environment',
      { matchers: { namespace: 'shop-staging' } },
      'no alert that gets here has namespace="shop-staging"',
      'write one of: shop-prod',
    ],
    [
      'what no alert is at once',
      { matchers: { alertname: 'HighLatency', severity: 'critical' } },
      'no alert that gets here has all of alertname="HighLatency", severity="critical"',
      'leave out what contradicts the rest',
    ],
  ])('not by %s', (_, route, why, cure) => {
    expect(ofRoutes(route)).toEqual([
      {
        where: 'shop/routing.route.routes[0].matchers',
        what: expect.any(String),
        code: 'matches-no-alert',
        why,
        cure,
      },
    ]);
  });

  test('not by a job that no scrape is called, of which its watching tells', () => {
    const routes = [{ matchers: { job: 'shoop' } }] as const;
    expect(faults(law, routed({ routes }, { scrapes: [scraped], groups: [] }))).toMatchObject([
      { what: 'job="shoop"', cure: 'write shop' },
    ]);
  });

  test('not by one misspelt name of several, which is told by itself', () => {
    expect(ofRoutes({ matchers: { alertname: ['HighErorRate', 'HighLatency'] } })).toMatchObject([
      { what: 'HighErorRate', cure: 'write HighErrorRate' },
    ]);
  });

  test('not by the exception of an alert that there is not', () => {
    expect(ofRoutes({ matchers: { alertname: not('HighLatncy') } })).toMatchObject([
      { what: 'HighLatncy', cure: 'write HighLatency' },
    ]);
  });

  test.each<[string, readonly RouteSpec<'chat', never>[]]>([
    [
      'of the same matchers',
      [{ matchers: { severity: 'critical' } }, { matchers: { severity: 'critical' } }],
    ],
    [
      'that takes more',
      [{ matchers: { severity: 'critical' } }, { matchers: { alertname: 'HighErrorRate' } }],
    ],
    ['by a pattern', [{ matchers: { pod: /shop-.*/ } }, { matchers: { pod: 'shop-0' } }]],
    [
      'with routes of its own',
      [
        { matchers: { severity: 'warning' }, routes: [{ matchers: { slo: '' } }] },
        { matchers: { slo: 'baskets' } },
      ],
    ],
  ])('not after a route %s', (_, routes) => {
    expect(ofRoutes(...routes)).toMatchObject([
      {
        where: 'shop/routing.route.routes[1]',
        why: expect.stringMatching(
          /^no alert gets here: routes\[0\] \{.+\} takes before it whatever it could take$/,
        ),
        cure: 'put it before that, or let that continue',
      },
    ]);
  });

  test('not after two that together take all of it', () => {
    const both = [{ matchers: { severity: 'critical' } }, { matchers: { severity: 'warning' } }] as const;
    expect(ofRoutes(...both, { matchers: { component: 'web' } })).toMatchObject([
      { why: expect.stringContaining('routes[1] {severity="warning"} takes before it') },
    ]);
  });

  test('where the route before it lets it go on', () => {
    expect(
      ofRoutes(
        { matchers: { severity: 'critical' }, continue: true },
        { matchers: { alertname: 'HighErrorRate' } },
      ),
    ).toEqual([]);
  });

  test('where the route before it takes only a part', () => {
    expect(ofRoutes({ matchers: { pod: 'shop-0' } }, { matchers: { pod: /shop-.*/ } })).toEqual([]);
  });

  test('not below a route that takes other alerts', () => {
    expect(
      ofRoutes({ matchers: { severity: 'critical' }, routes: [{ matchers: { component: 'stock' } }] }),
    ).toMatchObject([
      { where: 'shop/routing.route.routes[0].routes[0].matchers', what: 'component="stock"' },
    ]);
  });

  test('where it stands in its description, whatever route a heartbeat has', () => {
    const beating = routing({
      language: 'en',
      receivers: { chat },
      heartbeat: webhook({ url: secret('shop-heartbeat', 'url') }),
      route: { receiver: 'chat', routes: [{ matchers: { team: 'db' } }] },
    });
    expect(faults(law, routed({}, { routing: beating }))).toMatchObject([
      { where: 'shop/routing.route.routes[0].matchers' },
    ]);
  });

  test('and of what is below an idle route nothing is said', () => {
    expect(ofRoutes({ matchers: { team: 'db' }, routes: [{ matchers: { teem: 'x' } }] })).toHaveLength(1);
  });

  test('and of a severity beside another nothing is said, whichever the application has', () => {
    const only = alerting(tooMany('HighErrorRate', requestRate, { severity: 'critical' }));
    const routes = [{ matchers: { severity: ['critical', 'warning'] } }] as const;
    expect(faults(law, routed({ routes }, { groups: only }))).toEqual([]);
  });

  test('and of an application without alerts nothing is said', () => {
    expect(faults(law, routed({ routes: [{ matchers: { team: 'db' } }] }, { groups: [] }))).toEqual([]);
  });
});

describe('every grouping keeps alerts apart (mistake 50)', () => {
  const law = everyGroupingKeepsAlertsApart;

  test.each([
    ['labels that every alert has', ['alertname', 'severity']],
    ['a label that one alert has', ['slo']],
    ['a label that is known only when it fires', ['pod']],
    ['all labels', ['...']],
  ])('by %s', (_, groupBy) => {
    expect(faults(law, routed({ groupBy }))).toEqual([]);
  });

  test('not by labels that no alert has, each with the nearest that there is', () => {
    expect(faults(law, routed({ groupBy: ['alertnam', 'pods'] }))).toEqual([
      {
        where: 'shop/routing.route.groupBy',
        what: 'alertnam',
        code: 'groups-by-no-label',
        why: 'no alert that gets here has a label alertnam, so that it keeps no two apart',
        cure: 'write alertname',
      },
      expect.objectContaining({ what: 'pods', cure: 'write pod' }),
    ]);
  });

  test('not by a label that only alerts have which go elsewhere', () => {
    const routes = [{ matchers: { severity: 'critical' }, groupBy: ['slo'] }] as const;
    expect(faults(law, routed({ routes }))).toMatchObject([
      { where: 'shop/routing.route.routes[0].groupBy', what: 'slo' },
    ]);
  });
});

describe('every inhibition is of its alerts (mistake 56)', () => {
  const law = everyInhibitionIsOfItsAlerts;
  const severe = { source: { severity: 'critical' }, target: { severity: 'warning' } } as const;
  const ofInhibition = (inhibition: InhibitionSpec) => faults(law, routed({}, { inhibit: [inhibition] }));

  test.each<[string, InhibitionSpec]>([
    ['by labels that every alert has', { ...severe, equal: ['namespace', 'application'] }],
    [
      'by a label that one side has',
      {
        source: { severity: 'critical' },
        target: { severity: 'warning', pod: /.+/ },
        equal: ['pod'],
      },
    ],
    ['by a label that both lack, where another keeps them apart', { ...severe, equal: ['alertname', 'pod'] }],
    [
      'by a label that only the source lacks',
      { source: { severity: 'critical' }, target: { severity: 'warning', slo: 'baskets' }, equal: ['slo'] },
    ],
    ['by none', { source: { alertname: 'HighErrorRate' }, target: { alertname: 'HighLatency' }, equal: [] }],
  ])('%s', (_, inhibition) => {
    expect(ofInhibition(inhibition)).toEqual([]);
  });

  test('not by a label that a source and a target both lack', () => {
    expect(ofInhibition({ ...severe, equal: ['pod'] })).toEqual([
      {
        where: 'shop/routing.inhibit[0].equal',
        what: 'pod',
        code: 'equal-without-label',
        why: 'neither HighErrorRate nor HighLatency has a label pod, which Alertmanager takes for equal: while the first fires, the second is never sent',
        cure: "leave pod out, or match it: pod: not('')",
      },
    ]);
  });

  test('not by a label that is misspelt, and the nearest is proposed', () => {
    expect(ofInhibition({ ...severe, equal: ['namespaces'] })).toMatchObject([
      { cure: expect.stringMatching(/^write namespace, /) },
    ]);
  });

  test.each<[string, InhibitionSpec, string, string]>([
    [
      'source',
      {
        source: { severity: 'critical', alertname: 'HighErorRate' },
        target: { severity: 'warning' },
        equal: ['namespace'],
      },
      'no alert has alertname="HighErorRate"',
      'write HighErrorRate',
    ],
    [
      'target',
      {
        source: { severity: 'critical' },
        target: { severity: 'warning', componet: 'web' },
        equal: ['namespace'],
      },
      'no alert has a label componet',
      'write component',
    ],
  ])('not where no alert can be its %s', (side, inhibition, why, cure) => {
    expect(ofInhibition(inhibition)).toEqual([
      {
        where: `shop/routing.inhibit[0].${side}`,
        what: expect.any(String),
        code: 'matches-no-alert',
        why,
        cure,
      },
    ]);
  });
});
