import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { drawing, openBaskets, shop, web } from '../synth/estate/shop.js';

describe('the title of an application is a folder of Grafana, and refused (mistake 65)', () => {
  test.each([
    [
      '결제/정산',
      "application 'shop': title: '결제/정산' is a path: of it Grafana would take '정산' alone; write '결제 · 정산'",
    ],
    [
      '결제/.정산/..',
      "application 'shop': title: '결제/.정산/..' is a path: of it Grafana would take '..' alone; write '결제 · 정산'",
    ],
    ['/', "application 'shop': title: '/' is no name of a folder; say what people call it"],
    [
      '/etc',
      "application 'shop': title: '/etc' is a path: of it Grafana would take 'etc' alone; write 'etc'",
    ],
    [
      '../up',
      "application 'shop': title: '../up' is a path: of it Grafana would take 'up' alone; write 'up'",
    ],
    [
      '.hidden',
      "application 'shop': title: '.hidden' is a directory that Grafana does not look into; write 'hidden'",
    ],
    ['..', "application 'shop': title: '..' is no name of a folder; say what people call it"],
    [' ', "application 'shop': title: ' ' is no name of a folder; say what people call it"],
    [
      'Shop ',
      "application 'shop': title: 'Shop ' begins or ends with a space, which nobody sees; write 'Shop'",
    ],
    [
      '가'.repeat(86),
      `application 'shop': title: it is longer than the 255 bytes that a directory's name may have; write a shorter one, as people say it\n    ${'가'.repeat(86)}`,
    ],
    [
      'Shop\nup',
      `application 'shop': title: "Shop\\nup" is no name of a folder; write it on one line\n    Shop\n    up`,
    ],
  ])('%j', (title, message) => {
    expect(() => shop({ title })).toThrow(new Error(message));
  });
});

test.each(['결제 · 정산', 'Shop v1.2', '7-Eleven (Seoul)'])('%s is a folder of Grafana', (title) => {
  expect(shop({ title }).dashboards[0]?.folder).toBe(title);
});

test('another folder of a dashboard is held to the same', () => {
  const dashboards = [drawing(openBaskets, { folder: 'teams/shop' })];
  expect(() => shop({ dashboards })).toThrow(
    "application 'shop': dashboards 'Shop'.folder: 'teams/shop' is a path: of it Grafana would take 'shop' alone; write 'teams · shop'",
  );
});

describe('what Kubernetes cannot call so is refused (mistake 64):', () => {
  test.each([
    ['a namespace', { namespace: 'Shop' }, "namespace: 'Shop' is not a namespace;"],
    ['a namespace of agents', { agentNamespace: 'a_b' }, "agentNamespace: 'a_b' is not a namespace;"],
    ['a release', { release: 'my stack' }, "release: 'my stack' is not a value that a label may have;"],
    [
      'a scrape',
      { scrapes: [scrape(web, { name: 'web_shop', port: 'http', interval: '30s', metrics: [] })] },
      "scrapes: 'web_shop' is not a name that Kubernetes takes;",
    ],
  ])('%s', (_, spec, message) => {
    expect(() => shop({ groups: [], exporters: [], dashboards: [], ...spec })).toThrow(message);
  });

  test('all of these at once, and what follows from another name once', () => {
    expect(() => shop({ title: 'a/b', namespace: 'Shop', release: 'my stack' }, 'My Shop')).toThrow(
      "application 'My Shop': 4 faults",
    );
  });
});
