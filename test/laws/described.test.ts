import { describe, expect, test } from '@jest/globals';
import { type Application, alertsOf } from '#application/application.js';
import { host } from '#application/host/host.js';
import { everyDescriptionHolds } from '#laws/described.js';
import { everyPathIsWrittenOnce } from '#laws/paths.js';
import { alerting, requestRate, shop, tooMany } from '../synth/estate/shop.js';

const whole = shop();
const faults = (changes: object) => {
  const changed: Application = Object.assign({ ...whole }, changes);
  return everyDescriptionHolds([changed]).faults;
};
const first = <T extends object>(of: readonly T[], changes: object): readonly object[] =>
  of.map((each, i) => (i === 0 ? Object.assign({ ...each }, changes) : each));
const ofRules = (changes: object) => ({
  groups: whole.groups.map((group, i) =>
    i === 0 ? { ...group, alerts: first(group.alerts, changes) } : group,
  ),
});
const { routing } = whole;
const ofRoute = (changes: object) => ({
  routing: { ...routing, route: { ...routing.route, ...changes } },
});

test('a copy with nothing else holds', () => {
  expect(faults({})).toEqual([]);
});

describe('a copy by spreading is held to what its maker refuses (mistake 87):', () => {
  test.each([
    [
      'two alerts of one name',
      {
        groups: alerting(tooMany('TooMany', requestRate)).flatMap((each) => [
          { ...each, alerts: [...each.alerts, ...each.alerts] },
        ]),
      },
      'two alerts are called TooMany',
    ],
    [
      'a group that is there twice',
      { groups: [...whole.groups, ...whole.groups.slice(0, 1)] },
      'two rule groups are called',
    ],
    [
      'an alert that is called as a path is',
      ofRules({ name: '../bakery/TooManyItems' }),
      "'../bakery/TooManyItems' is no name of an alert",
    ],
    [
      'the severity of an alert',
      ofRules({ severity: 'critcal' }),
      "'critcal' is none of critical, warning, none",
    ],
    [
      'what is no alert',
      { groups: first(whole.groups, { alerts: [{ name: 'X' }] }) },
      'is not made by alert(…)',
    ],
    [
      'the interval of a group',
      { groups: first(whole.groups, { interval: '0s' }) },
      'evaluations without time between are none',
    ],
    ['a title', { title: 'teams/shop' }, "'teams/shop' is a path"],
    ['a language', { language: 'kr' }, "'kr' is none of ko, en"],
    ['a language that it is not told in first', { language: 'ko' }, 'and the first of its languages is'],
    ['a Grafana', { grafana: 'https://admin:hunter2@grafana.example.org' }, 'it holds a login'],
    [
      'the path of a scrape',
      { scrapes: first(whole.scrapes, { path: '/metrics?x=y' }) },
      'is more than a path',
    ],
    [
      'the port of a Service',
      { services: first(whole.services, { ports: { http: { port: 70_000, targetPort: 70_000 } } }) },
      '70000 is no port',
    ],
    [
      'the image of an exporter',
      { exporters: first(whole.exporters, { image: 'exporter:latest' }) },
      'names no version',
    ],
    [
      'the time zone of a dashboard',
      { dashboards: first(whole.dashboards, { timezone: 'Asia/Soul' }) },
      'is no IANA time zone',
    ],
    [
      'the kind of a panel',
      {
        dashboards: whole.dashboards.map((each) => ({
          ...each,
          panels: first(each.panels, { kind: 'graph' }),
        })),
      },
      "'graph' is none of timeseries",
    ],
    [
      'a severity in a route',
      ofRoute({ matchers: [{ label: 'severity', operator: '=', value: 'critcal' }] }),
      "'critcal' is none of critical, warning",
    ],
    [
      'an operator in a route',
      ofRoute({ matchers: [{ label: 'application', operator: '=>', value: 'shop' }] }),
      "'=>' is none of =, !=, =~, !~",
    ],
    [
      'how often a route repeats',
      ofRoute({ groupInterval: '5m', repeatInterval: '1s' }),
      'is shorter than the groupInterval',
    ],
    [
      'a receiver that is a text',
      {
        routing: {
          ...routing,
          receivers: Object.fromEntries(
            Object.keys(routing.receivers).map((name) => [name, ['https://hooks.example']]),
          ),
        },
      },
      'what stands here would be committed',
    ],
  ])('%s', (_, changes, why) => {
    expect(faults(changes)).toMatchObject([{ why: expect.stringContaining(why) }]);
  });

  test('a host', () => {
    const made = host(shop());
    const changed = { ...made, ports: { ...made.ports, grafana: made.ports.prometheus } };
    expect(everyDescriptionHolds([made.described], [changed]).faults).toMatchObject([
      { where: 'shop/host.ports.grafana', why: '9090 is that of prometheus too' },
    ]);
  });
});

test('two applications of one name are told once', () => {
  expect(everyDescriptionHolds([whole, shop()]).faults).toMatchObject([
    { where: 'shop', why: expect.stringContaining('two applications have this name') },
  ]);
});

describe('a file is refused', () => {
  const page = (by: string, path = 'shop/HighErrorRate.md') => ({ by, path });

  test('that two write (mistake 88)', () => {
    expect(everyPathIsWrittenOnce([page('shop'), page('bakery')])).toMatchObject([
      { where: 'bakery', why: 'shop writes shop/HighErrorRate.md too, and one would overwrite the other' },
    ]);
  });

  test.each(['../shop/x.md', '/etc/x', 'shop/./x.md'])('outside of its folder: %s', (path) => {
    expect(everyPathIsWrittenOnce([page('shop', path)])).toMatchObject([{ what: path }]);
  });

  test('not where each writes its own', () => {
    const paths = alertsOf(whole).map(({ name }) => page('shop', `shop/${name}.md`));
    expect(everyPathIsWrittenOnce(paths)).toEqual([]);
  });
});
