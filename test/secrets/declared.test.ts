import { describe, expect, test } from '@jest/globals';
import { redisExporter } from '#application/exporter/redis.js';
import {
  type DeclaredSecret,
  declarationOf,
  declaredSecret,
  unusedDeclarations,
} from '#ground/declared-secret.js';
import { type Fault, thrownBy } from '#ground/fault.js';
import { type Secret, secret } from '#ground/secret.js';
import { everyDeclarationIsUsed, everyDeclaredSecretIsUsedAsItIs } from '#laws/declared-secret.js';
import { neededBy } from '#secrets/needed.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { shop } from '../synth/estate/shop.js';
import { untyped } from '../untyped.js';

const keys = { user: 'the name of the cache', password: 'the password of the cache' };
const declared = (namespace = 'shop-prod') =>
  declaredSecret('shop-redis', { namespace, keys, madeBy: 'the chart of the cache' });

/** The shop with a cache whose exporter logs in by these. */
const withCache = (login: { readonly user?: Secret; readonly password: Secret }) =>
  shop({
    exporters: [redisExporter('cache', { namespace: 'shop-prod', address: 'cache:6379', ...login })],
  });
const found = (login: { readonly user?: Secret; readonly password: Secret }): readonly Fault[] =>
  everyDeclaredSecretIsUsedAsItIs({ applications: [withCache(login)], objects: [] });
const both = (of: DeclaredSecret<'user' | 'password'>) => ({
  user: of.key('user'),
  password: of.key('password'),
});

describe('a declared Secret', () => {
  test('gives its keys as secret does', () => {
    expect(declared().key('user')).toEqual(secret('shop-redis', 'user'));
  });

  test('is known of each of its keys, and of no secret that is only named', () => {
    expect([
      declarationOf(declared().key('user'))?.keys,
      declarationOf(secret('shop-redis', 'user')),
    ]).toEqual([keys, undefined]);
  });

  test('tells who needs it what its keys are for, and who makes it', () => {
    const [, redis] = neededBy([withCache(both(declared()))]);
    expect(redis?.declaration).toEqual({
      ...{ name: 'shop-redis', namespace: 'shop-prod', keys },
      madeBy: 'the chart of the cache',
    });
  });

  test('is still known by the message that is sent by it', () => {
    const chat = declaredSecret('shop-chat', { namespace: 'shop-prod', keys: { url: 'the channel #shop' } });
    const told = routing({
      language: 'en',
      receivers: { all: slack({ url: chat.key('url'), channel: '#shop' }) },
      route: { receiver: 'all' },
    });
    expect(neededBy([shop({ exporters: [], routing: told })])[0]?.declaration?.name).toBe('shop-chat');
  });

  test.each([
    ['a name that Kubernetes does not take', ['Shop', { namespace: 'shop', keys: { url: 'x' } }], 'name'],
    ['a namespace that is none', ['shop', { namespace: 'Shop', keys: { url: 'x' } }], 'namespace'],
    ['no key', ['shop', { namespace: 'shop', keys: {} }], 'keys'],
    ['a key of which nothing is said', ['shop', { namespace: 'shop', keys: { url: '' } }], 'keys.url'],
    ['a field that nobody reads', ['shop', { namespace: 'shop', keys: { url: 'x' }, value: 'y' }], 'value'],
  ])('is refused with %s', (_, given, where) => {
    expect(thrownBy('it', untyped(declaredSecret, ...given))).toMatchObject([{ where: `it.${where}` }]);
  });

  test('is refused a key that it does not have, with the one that is meant', () => {
    expect(thrownBy('', untyped(declared().key, 'pasword'))).toMatchObject([
      { code: 'key-not-declared', cure: 'write password' },
    ]);
  });
});

describe('a declared Secret of which nobody takes a key', () => {
  const idle = () => unusedDeclarations().filter(({ name }) => name === 'shop-idle');
  test('is told, and nothing is refused for it', () => {
    declaredSecret('shop-idle', { namespace: 'shop-prod', keys });
    expect(everyDeclarationIsUsed(idle())).toMatchObject([
      { where: 'secrets/shop-idle', code: 'key-for-nobody', what: 'user, password', isHint: true },
    ]);
  });

  test('is told no more once somebody does', () => {
    const before = idle().length;
    declaredSecret('shop-idle', { namespace: 'shop-prod', keys }).key('user');
    expect(idle()).toHaveLength(before);
  });
});

describe('of declared Secrets a law', () => {
  test('says nothing where they are used as they are declared', () => {
    expect(found(both(declared()))).toEqual([]);
  });

  test('refuses one in another namespace than its own (mistake 52)', () => {
    expect(found(both(declared('data')))).toMatchObject([
      { code: 'secret-elsewhere', where: 'shop/secrets.shop-redis' },
    ]);
  });

  test('refuses two declarations of one Secret', () => {
    const [one, other] = [declared(), declared()];
    expect(found({ user: one.key('user'), password: other.key('password') })).toMatchObject([
      { code: 'secret-declared-twice', what: 'shop-redis' },
    ]);
  });

  test('takes a Secret of one name in two namespaces for two', () => {
    const there = declaredSecret('shop-redis', { namespace: 'elsewhere', keys: { password: 'another' } });
    const second = redisExporter('other', {
      ...{ namespace: 'elsewhere', address: 'cache:6379', password: there.key('password') },
    });
    const whole = withCache(both(declared()));
    const application = { ...whole, exporters: [...whole.exporters, second] };
    expect(everyDeclaredSecretIsUsedAsItIs({ applications: [application], objects: [] })).toEqual([]);
  });

  test('tells of a key that nobody uses, and refuses nothing for it', () => {
    expect(found({ password: declared().key('password') })).toMatchObject([
      { code: 'key-for-nobody', what: 'user', isHint: true },
    ]);
  });

  test('refuses a key that is only named, of a Secret that is declared without it', () => {
    expect(found({ ...both(declared()), user: secret('shop-redis', 'name') })).toMatchObject([
      { code: 'key-not-declared', what: 'name' },
      { code: 'key-for-nobody', what: 'user' },
    ]);
  });
});
