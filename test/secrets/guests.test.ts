import { App } from 'cdk8s/lib/app.js';
import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { redisExporter } from '#application/exporter/redis.js';
import { besideEachOther } from '#cluster/among/clusters.js';
import { type Cluster, cluster } from '#cluster/cluster.js';
import { clusterSecretStore, externalSecrets } from '#cluster/secret-source.js';
import { secretsPart } from '#delivery/secrets.js';
import { declaredSecret } from '#ground/declared-secret.js';
import type { Fault } from '#ground/fault.js';
import { type Secret, secret } from '#ground/secret.js';
import { render } from '#imports/render.js';
import { everyDeclaredSecretIsUsedAsItIs } from '#laws/declared-secret.js';
import { usualPlatform } from '#platform/usual.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { secretFaults } from '#secrets/check/check.js';
import { keptSecrets } from '#secrets/check/kept.js';
import { shop } from '../synth/estate/shop.js';

const told = (url: Secret) =>
  routing({
    language: 'en',
    receivers: { all: slack({ url, channel: '#shop' }) },
    route: { receiver: 'all' },
  });
const withCache = (url: Secret, password: Secret = secret('cache', 'password')) =>
  shop({
    exporters: [redisExporter('cache', { namespace: 'shop-prod', address: 'cache:6379', password })],
    routing: told(url),
  });
const { alertmanager: _, ...withoutAlertmanager } = usualPlatform;
const addresses = { alertmanager: 'https://alerts.example.org' } as const;
const secrets = externalSecrets({
  store: clusterSecretStore('vault'),
  path: ({ name, key }) => ({ key: name, property: key }),
});

/** Seoul, whose Alertmanager tells of Tokyo's shop too, and Tokyo. */
const both = (
  inTokyo: Application = withCache(secret('chat', 'url')),
  inSeoul: readonly Application[] = [],
): readonly [seoul: Cluster, tokyo: Cluster] => {
  const [seoul, tokyo] = besideEachOther([
    cluster('seoul', { applications: inSeoul, addresses, secrets }),
    cluster('tokyo', {
      ...{ applications: [inTokyo], addresses, secrets },
      platform: withoutAlertmanager,
    }),
  ]);
  if (seoul === undefined || tokyo === undefined) throw new Error('two were given');
  return [seoul, tokyo];
};
const madeIn = (where: Cluster): readonly string[] => {
  const chart = secretsPart.chart?.(new App(), where, { clusters: [], objects: () => [] });
  return chart ? render(chart).objects.map(({ manifest }) => manifest.metadata.name) : [];
};
const lackingIn = (where: Cluster): readonly string[] =>
  secretFaults(where, keptSecrets('{"items":[]}'), 'docs/secrets').map(({ where: at }) => at);
const judged = (where: Cluster): readonly Fault[] =>
  everyDeclaredSecretIsUsedAsItIs({ applications: where.applications, objects: [], cluster: where });

describe('where a cluster is told of by the Alertmanager of another', () => {
  const [seoul, tokyo] = both();

  test('the Secrets by which people are told are made of the store in that other', () => {
    expect(madeIn(seoul)).toEqual(['shop-prod.chat']);
  });

  test('in itself those alone are made that it reads itself', () => {
    expect(madeIn(tokyo)).toEqual(['shop-prod.cache', 'monitoring.grafana-admin']);
  });

  test('the check of the other asks for them', () => {
    expect(lackingIn(seoul)).toEqual(['shop-prod/chat']);
  });

  test('its own check does not', () => {
    expect(lackingIn(tokyo)).toEqual(['shop-prod/cache', 'monitoring/grafana-admin']);
  });

  test('the check says which of its messages are not sent', () => {
    const [fault] = secretFaults(seoul, [], 'docs/secrets/seoul.md');
    expect(fault?.why).toContain('AlertmanagerConfig `shop-tokyo`: nobody is told by Slack #shop');
  });
});

describe('of a declared Secret there a law', () => {
  const chat = (namespace = 'shop-prod') =>
    declaredSecret('chat', { namespace, keys: { url: 'the channel', password: 'login of the cache' } });

  test('takes a key for used by which people are told from elsewhere', () => {
    const of = chat();
    const [, tokyo] = both(withCache(of.key('url'), of.key('password')));
    expect(judged(tokyo)).toEqual([]);
  });

  test('takes a key for used that the Alertmanager reads for another cluster alone', () => {
    const of = chat();
    const [seoul] = both(withCache(of.key('url')), [
      shop(
        {
          routing: told(secret('till', 'url')),
          exporters: [
            redisExporter('cache', {
              ...{ namespace: 'shop-prod', address: 'cache:6379', password: of.key('password') },
            }),
          ],
        },
        'till',
      ),
    ]);
    expect(judged(seoul)).toEqual([]);
  });

  test('still tells of one that neither reads', () => {
    const [, tokyo] = both(withCache(chat().key('url')));
    expect(judged(tokyo)).toMatchObject([{ code: 'key-for-nobody', what: 'password' }]);
  });

  test('refuses one of another namespace, by which people are told from elsewhere', () => {
    const of = chat('elsewhere');
    const [, tokyo] = both(withCache(of.key('url'), secret('cache', 'password')));
    expect(judged(tokyo)).toMatchObject([{ code: 'secret-elsewhere' }, { code: 'key-for-nobody' }]);
  });

  test('refuses a key that is only named in the one cluster, of a Secret that is declared without it in the other', () => {
    const of = chat();
    const [seoul] = both(withCache(secret('chat', 'hook')), [
      shop({ routing: told(of.key('url')), exporters: [] }, 'till'),
    ]);
    expect(judged(seoul)).toMatchObject([
      { code: 'key-not-declared', what: 'hook' },
      { code: 'key-for-nobody', what: 'password' },
    ]);
  });
});
