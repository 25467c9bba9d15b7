import { describe, expect, test } from '@jest/globals';
import { type Fault, Refusal } from '#ground/fault.js';
import { secret } from '#ground/secret.js';
import { type MimirSpec, mimir } from '#platform/engine/mimir.js';
import { type VictoriaMetricsSpec, victoriaMetrics } from '#platform/engine/victoriametrics.js';
import {
  type RemoteWriteSpec,
  remoteWrite,
  remoteWriteSecrets,
} from '#platform/remote-write/remote-write.js';
import { remoteWritesOf } from '#platform/remote-writes.js';
import { engined } from '../delivery/somewhere.js';

const url = 'https://mimir.example.org/api/v1/push';
const login = { username: secret('mimir', 'username'), password: secret('mimir', 'password') };
const bearer = secret('mimir', 'token');

const faultsOf = (make: () => unknown): readonly Fault[] => {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
};
const told = (make: () => unknown) => faultsOf(make).map(({ where, code }) => `${where}: ${code}`);

describe('a remote write is refused', () => {
  test.each<readonly [string, Partial<RemoteWriteSpec>, readonly string[]]>([
    ['to no address', { url: 'mimir' }, ['url: bad-address']],
    ['to an address with a login in it', { url: 'https://a:b@mimir.example.org' }, ['url: login-in-address']],
    [
      'with a login by plain http to beyond the cluster',
      { url: 'http://mimir.example.org/api/v1/push', bearer },
      ['url: login-in-the-clear'],
    ],
    ['with two logins', { login, bearer }, ['bearer: two-logins']],
    ['of two tenants at once', { tenant: 'shop|bakery' }, ['tenant: bad-tenant']],
    ['of a tenant that Mimir keeps for itself', { tenant: '..' }, ['tenant: bad-tenant']],
    ['whose shards hold less than a request', { queue: { capacity: 100 } }, ['queue.capacity: bad-queue']],
    [
      'whose least shards are more than its most',
      { queue: { minShards: 4, maxShards: 2 } },
      ['queue.minShards: bad-queue'],
    ],
    ['with half a shard', { queue: { minShards: 0.5 } }, ['queue.minShards: bad-queue']],
    [
      'that waits longer at least than at most',
      { queue: { minBackoff: '10s' } },
      ['queue.minBackoff: bad-queue'],
    ],
    ['with a pattern that RE2 does not know', { keep: ['shop_(.*'] }, ['keep[0]: bad-write-relabeling']],
    ['with a look-ahead', { drop: ['(?!shop).*'] }, ['drop[0]: bad-write-relabeling']],
    ['that drops by no label', { drop: [{ 'no label': 'x' }] }, ['drop[0].no label: bad-write-relabeling']],
    ['that drops everything', { drop: [{}] }, ['drop[0]: bad-write-relabeling']],
    ['with TLS by plain http', { url: 'http://mimir.mimir.svc/push', tls: {} }, ['tls: tls-not-used']],
  ])('%s', (_, spec, faults) => {
    expect(told(() => remoteWrite({ url, ...spec }))).toEqual(faults);
  });

  test('with a field that there is not', () => {
    const misspelt: object = { url, drops: ['go_.*'] };
    expect(told(() => remoteWrite({ url, ...misspelt }))).toEqual(['drops: no-such-field']);
  });

  test('with a password in the open', () => {
    const open: object = { bearer: 'hunter2' };
    expect(told(() => remoteWrite({ url, ...open }))).toEqual(['bearer: secret-in-the-open']);
  });

  test('for all that is wrong with it at once', () => {
    expect(told(() => remoteWrite({ url: 'mimir', tenant: '', queue: { capacity: 1 } }))).toEqual([
      'url: bad-address',
      'tenant: bad-tenant',
      'queue.capacity: bad-queue',
    ]);
  });
});

describe('a remote write', () => {
  test('may show a login by plain http inside the cluster', () => {
    expect(told(() => remoteWrite({ url: 'http://mimir.mimir.svc:8080/api/v1/push', login }))).toEqual([]);
  });

  test('tells which Secrets it needs', () => {
    const ca = secret('mimir-ca', 'ca.crt');
    expect(remoteWriteSecrets(remoteWrite({ url, login, tls: { ca } }))).toEqual([
      login.username,
      login.password,
      ca,
    ]);
  });
});

describe('a Mimir', () => {
  const spec: MimirSpec = { url: 'https://mimir.example.org', tenant: 'shop', retention: '52w' };

  test('is written to as its tenant', () => {
    const { url: to, tenant } = mimir(spec).write;
    expect([to, tenant]).toEqual([url, 'shop']);
  });

  test.each<readonly [string, Partial<MimirSpec>, readonly string[]]>([
    ['an address that ends in /', { url: 'https://mimir.example.org/' }, ['url: bad-address']],
    ['no tenant', { tenant: '' }, ['tenant: bad-tenant']],
    [
      'tenants to read of, where Prometheus evaluates',
      { sourceTenants: ['shop', 'bakery'] },
      ['sourceTenants: setting-for-nothing'],
    ],
    [
      'tenants to read of, where no rule over clusters is evaluated',
      { rulesBy: 'alloy', sourceTenants: ['shop', 'bakery'] },
      ['sourceTenants: setting-for-nothing'],
    ],
    [
      'an Alertmanager of the tenant, where Prometheus evaluates',
      { alertmanager: 'mimirtool' },
      ['alertmanager: setting-for-nothing'],
    ],
    ['no label by which Alloy finds rules', { rulesBy: 'alloy', selects: {} }, ['selects: holds-nothing']],
    ['a limit that is none', { limits: { groups: -1 } }, ['limits.groups: no-whole-number']],
  ])('is refused with %s', (_, further, faults) => {
    expect(told(() => mimir({ ...spec, ...further }))).toEqual(faults);
  });
});

describe('a VictoriaMetrics', () => {
  const spec: VictoriaMetricsSpec = { url: 'http://vmsingle-shop.monitoring.svc:8428', retention: '52w' };

  test('is written to by nobody where its own agent scrapes', () => {
    expect(remoteWritesOf(engined(victoriaMetrics(spec)))).toEqual([]);
  });

  test('is written to by a Prometheus that scrapes', () => {
    const writes = remoteWritesOf(engined(victoriaMetrics({ ...spec, scrapesBy: 'prometheus' })));
    expect(writes.map(({ url: to }) => to)).toEqual([`${spec.url}/api/v1/write`]);
  });

  test('is refused with rules of a Prometheus that scrapes nothing', () => {
    expect(told(() => victoriaMetrics({ ...spec, rulesBy: 'prometheus' }))).toEqual([
      'rulesBy: evaluated-by-none',
    ]);
  });

  test('is refused with a description of what nobody writes', () => {
    expect(told(() => victoriaMetrics({ ...spec, write: { drop: ['go_.*'] } }))).toEqual([
      'write: setting-for-nothing',
    ]);
  });
});
