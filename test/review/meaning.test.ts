import { describe, expect, test } from '@jest/globals';
import { cluster, estate, pagerduty, routing, secret, slack } from 'cheomseong';
import { readMeaning } from '#review/meaning/read.js';
import { meaningOf } from '#review/meaning/estate.js';
import { compared } from '#review/compare/compare.js';
import main from '../../main.js';
import { oncall, shop } from '../outside/shop.js';

const pager = pagerduty({ routingKey: secret('shop-pagerduty', 'key') });

const told = routing({
  language: 'en',
  receivers: { chat: oncall, both: [oncall, pager] },
  timeIntervals: { night: { times: [{ start: '00:00', end: '06:00' }] } },
  route: {
    receiver: 'chat',
    groupWait: '10s',
    routes: [
      {
        receiver: 'both',
        matchers: { severity: 'critical' },
        muteTimeIntervals: ['night'],
        repeatInterval: '1h',
      },
    ],
  },
  unpaged: 'At night nobody is woken by the shop.',
});
const small = (spec: Parameters<typeof shop>[0] = { routing: told }) =>
  meaningOf(estate({ places: [cluster('production', { applications: [shop(spec)] })] }), {}, '0.9.0');

const [there] = small().places;
const [application] = there?.applications ?? [];
const critical = application?.alerts.find(({ severity }) => severity === 'critical');

describe('What a small estate means', () => {
  test('is read again from JSON as it was', () => {
    const meaning = small();
    expect(readMeaning(JSON.stringify(meaning))).toEqual(meaning);
  });

  test('is nothing to whoever knows another form', () => {
    expect(readMeaning(JSON.stringify({ ...small(), form: 99 }))).toBeUndefined();
  });

  test('tells of each alert when it fires, in words', () => {
    expect(critical?.condition['en']).toMatch(/^The value is over \d+% for \d+ minutes\./);
  });

  test('tells who is told, whether that pages, and at which hours not', () => {
    expect(critical?.told).toEqual([
      expect.objectContaining({ to: 'Slack #shop', pages: false, wait: '10s', repeat: '1h' }),
      expect.objectContaining({
        to: 'PagerDuty',
        pages: true,
        hours: 'not in night (every day 00:00–06:00 UTC)',
        sure: true,
      }),
    ]);
  });

  test('tells the limit in its unit, and as a person writes it', () => {
    expect(critical?.limit).toEqual({
      value: expect.any(Number),
      unit: 'ratio',
      text: expect.stringMatching(/^\d+%$/),
    });
  });

  test('tells by what an alert is proven', () => {
    expect(critical?.proof).toMatchObject({ standing: 'confirmed', fires: expect.any(Array) });
    expect(critical?.proof.fires.length).toBeGreaterThan(0);
  });

  test('tells which Secrets must be there', () => {
    expect(there?.secrets.map(({ namespace, name, keys }) => [namespace, name, keys])).toEqual([
      ['shop', 'shop-slack', ['url']],
      ['shop', 'shop-pagerduty', ['key']],
    ]);
  });

  test('tells of a key of a Secret what reads it alone', () => {
    const keyed = (key: string, channel: `#${string}`) => slack({ url: secret('shop-slack', key), channel });
    const receivers = { chat: keyed('url', '#shop'), late: keyed('url2', '#late') };
    const route = {
      receiver: 'chat',
      routes: [{ receiver: 'late', matchers: { severity: 'critical' } }],
    } as const;
    const two = small({
      routing: routing({ language: 'en', receivers, route, unpaged: 'Nobody is woken.' }),
    });
    expect(two.places[0]?.secrets[0]?.reads?.[1]).toEqual({
      ...{ key: 'url2', uses: ['Slack #late'] },
      without: [expect.stringMatching(/nobody is told by Slack #late$/)],
    });
  });

  test('tells how it is scraped', () => {
    expect(application?.scrapes).toEqual([
      expect.objectContaining({ job: 'shop', path: '/metrics', port: 'http', interval: '30s' }),
    ]);
  });

  test('differs in nothing from itself', () => {
    expect(compared(small(), small())).toEqual([]);
  });
});

describe('What this estate means', () => {
  const meaning = meaningOf(main, {}, '0.9.0');
  const named = (name: string) => meaning.places.find((each) => each.name === name);

  test('has its objectives', () => {
    const objectives =
      named('production')?.applications.find(({ name }) => name === 'ojeomneo')?.objectives ?? [];
    expect(objectives).toContainEqual(
      expect.objectContaining({ name: 'Availability', objective: 0.999, text: '99.9%', window: '30d' }),
    );
  });

  test('has ArgoCD remove what is no longer made of a cluster that it delivers, but for Namespaces and its own root', () => {
    const objects = named('production')?.objects ?? [];
    expect(new Set(objects.filter(({ pruned }) => !pruned).map(({ kind }) => kind))).toEqual(
      new Set(['', 'Application', 'AppProject', 'Namespace']),
    );
  });

  test('has nothing removed where nobody delivers by ArgoCD', () => {
    expect(named('standby')?.objects.some(({ pruned }) => pruned)).toBe(false);
  });

  test('is read again from JSON as it was', () => {
    expect(readMeaning(JSON.stringify(meaning))).toEqual(meaning);
  });
});
