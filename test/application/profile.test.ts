import { describe, expect, test } from '@jest/globals';
import { type Application, type ApplicationSpec, application } from '#application/application.js';
import { exporter } from '#application/exporter/exporter.js';
import { ownRouting } from '#application/own-routing.js';
import { group } from '#alerts/rule/group.js';
import { secret } from '#ground/secret.js';
import { slack } from '#routing/receiver/slack.js';
import { requestRate, stockExporter, stockMetrics, tooMany } from '../synth/estate/shop.js';

const receivers = { chat: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }) };

/** A shop in Korean that says everything once, but for what else is said of it. */
const shop = (spec: Partial<ApplicationSpec> = {}): Application =>
  application('shop', {
    title: '가게',
    language: 'ko',
    namespace: 'shop-prod',
    routing: ownRouting({ receivers, route: { receiver: 'chat' } }),
    runbook: (alert, name) => `https://runbooks.example/${name}/${alert}`,
    ...spec,
  });

const matchers = ({ routing }: Application) =>
  routing.route.matchers.map(({ label, value }) => `${label}=${value}`);

describe("an application's own routing", () => {
  test('takes the alerts that carry its name', () => {
    expect(matchers(shop())).toEqual(['application=shop']);
  });

  test('takes of these what its own matchers leave', () => {
    const routing = ownRouting({ receivers, route: { receiver: 'chat', matchers: { team: 'lunch' } } });
    expect(matchers(shop({ routing }))).toEqual(['application=shop', 'team=lunch']);
  });

  test('speaks its language', () => {
    expect(shop().routing.language).toBe('ko');
  });

  test('is refused when the application is made', () => {
    const routing = ownRouting({ receivers, route: { receiver: 'chat', groupBy: [] } });
    expect(() => shop({ routing })).toThrow('routing: route.groupBy: groups by nothing');
  });
});

describe('from what is said once of an application follow', () => {
  test('the namespace of its exporters', () => {
    const made = shop({
      exporters: ({ namespace }) => [
        exporter('stock-exporter', { ...stockExporter, namespace, metrics: [stockMetrics] }),
      ],
    });
    expect(made.exporters.map(({ namespace }) => namespace)).toEqual(['shop-prod']);
  });

  test('the names of its rule groups', () => {
    const pack = { tooMany: tooMany('TooManyRequests', requestRate) };
    const made = shop({
      groups: ({ application: name }) => [group(name, { interval: '30s', packs: [pack] })],
    });
    expect(made.groups.map(({ name }) => name)).toEqual(['shop']);
  });

  test('the pages of its runbooks', () => {
    expect(shop().runbook?.('TooManyRequests')).toBe('https://runbooks.example/shop/TooManyRequests');
  });
});

test('an application may be routed with others, in another language', () => {
  const { routing } = shop();
  expect(shop({ language: 'en', routing }).routing).toBe(routing);
});
