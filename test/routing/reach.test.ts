import { describe, expect, test } from '@jest/globals';
import { observer as application } from './observer.js';
import { fc } from '../seeded.js';
import { stringify } from 'yaml';
import type { LabelMatcher } from '#promql/metric/match.js';
import { landings } from '#routing/alertmanager/landing.js';
import { printMatcher } from '#routing/matcher.js';
import { unreached, ways } from '#routing/reach.js';
import { slack } from '#routing/receiver/slack.js';
import type { Route } from '#routing/route.js';
import { type Routing, routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { routesTest, withFile } from './amtool.js';

const observer = application.routing;

const names = ['a', 'b', 'c', 'd', 'e'];
const values = ['', 'x', 'y', 'xy', 'x.y'];

const matchers: fc.Arbitrary<LabelMatcher> = fc.record({
  label: fc.constantFrom('k', 'l', 'm'),
  operator: fc.constantFrom('=', '!=', '=~', '!~'),
  value: fc.constantFrom('x', 'y', 'xy', 'x.y', 'x|y', '.*', '.+', 'x.', '[xy]', 'x\\.y', ''),
});
const node = (depth: number): fc.Arbitrary<Route> =>
  fc.record({
    receiver: fc.constantFrom(...names),
    matchers: fc.array(matchers, { maxLength: depth === 3 ? 1 : 2 }),
    continue: fc.boolean(),
    routes: depth === 0 ? fc.constant([]) : fc.array(node(depth - 1), { maxLength: 4 }),
  });
const labelSets = fc.record({
  k: fc.constantFrom(...values),
  l: fc.constantFrom(...values),
  m: fc.constantFrom(...values),
});

const configuration = (route: Route): object => ({
  ...(route.matchers.length > 0 && { matchers: route.matchers.map(printMatcher) }),
  receiver: route.receiver,
  ...(route.continue && { continue: true }),
  routes: route.routes.map(configuration),
});

/** The tree below a root that takes what the tree does not, as the operator puts it. */
const alertmanagerYml = (route: Route): string =>
  stringify({
    route: { receiver: 'root', routes: [configuration(route)] },
    receivers: ['root', ...names].map((name) => ({ name })),
  });

test('an alert takes the way through the tree that the real amtool says', async () => {
  await fc.assert(
    fc.asyncProperty(node(3), labelSets, async (route, labels) => {
      const [way = [], ...others] = ways({ ...observer, route }, { labels });
      const told = await withFile('alertmanager.yml', alertmanagerYml(route), (path) =>
        routesTest(path, labels),
      );
      expect(others).toEqual([]);
      expect(way.length > 0 ? way : ['root']).toEqual(told);
      expect(landings(route, labels).map(({ receiver }) => receiver)).toEqual(way);
    }),
    { numRuns: 50 },
  );
});

const url = secret('observer-slack', 'url');
const tree: Routing = routing({
  language: 'ko',
  receivers: {
    chat: slack({ url, channel: '#alerts' }),
    pager: slack({ url, channel: '#pager' }),
    nobody: [],
  },
  route: {
    receiver: 'chat',
    matchers: { application: 'observer' },
    routes: [
      { receiver: 'pager', matchers: { severity: 'critical' }, continue: true },
      { receiver: 'nobody', matchers: { component: 'noise' } },
      { receiver: 'chat', matchers: { pod: /db-.+/ } },
    ],
  },
});

describe('an alert', () => {
  test('goes on to the next routes where the route says so', () => {
    expect(ways(tree, { labels: { application: 'observer', severity: 'critical', pod: 'db-0' } })).toEqual([
      ['pager', 'chat'],
    ]);
  });

  test('has several ways where a route asks for a label that is known only when it fires', () => {
    expect(ways(tree, { labels: { application: 'observer', severity: 'critical' }, open: ['pod'] })).toEqual([
      ['pager'],
      ['pager', 'chat'],
    ]);
  });

  test('has one way where all values between which its expression chooses go there', () => {
    const critical = { application: 'observer', severity: 'critical' };
    const among = { pod: ['db-0', 'db-1'] };
    expect(ways(tree, { labels: critical, open: ['pod'], among })).toEqual([['pager', 'chat']]);
  });

  test('has several where some of them do', () => {
    const critical = { application: 'observer', severity: 'critical' };
    const among = { pod: ['db-0', 'web-1'] };
    expect(ways(tree, { labels: critical, open: ['pod'], among })).toHaveLength(2);
  });

  test.each([
    ['that the routing takes', { labels: { application: 'observer' } }, undefined],
    [
      'without the label that the routing asks for',
      { labels: { severity: 'critical' } },
      'no route takes it: the routing is for alerts with application="observer", and it has application=""',
    ],
    [
      'for a receiver that sends nowhere',
      { labels: { application: 'observer', component: 'noise' } },
      'goes to nobody, which sends nowhere',
    ],
    [
      'that may be for such a receiver',
      { labels: { application: 'observer' }, open: ['component'] },
      'goes to nobody, which sends nowhere',
    ],
    [
      'whose label for the routing is known only when it fires',
      { labels: {}, open: ['application'] },
      'may get past every route: the routing is for alerts with application="observer", and the alert\'s expression gives such a label any value',
    ],
    [
      'that tells somebody beside that receiver',
      { labels: { application: 'observer', severity: 'critical', component: 'noise' } },
      undefined,
    ],
  ])('%s', (_, alert, message) => {
    expect(unreached(tree, alert)?.why).toBe(message);
  });
});
