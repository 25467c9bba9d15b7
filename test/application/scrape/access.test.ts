import { describe, expect, test } from '@jest/globals';
import { accessFaults } from '#application/scrape/access.js';
import { secret } from '#ground/secret.js';
import { asking } from './asking.js';

const token = secret('shop-metrics', 'token');
const basicAuth = { username: secret('shop-metrics', 'user'), password: secret('shop-metrics', 'password') };

describe('a target', () => {
  test('is asked by plain http, and nothing is shown, unless the scrape says otherwise', () => {
    expect(asking({}).access).toEqual({ scheme: 'http' });
  });

  test('may be asked by https without more: by the certificates that everybody trusts', () => {
    expect(asking({ scheme: 'https' }).access).toEqual({ scheme: 'https' });
  });

  test('is not asked by another protocol, where the compiler cannot see it', () => {
    // @ts-expect-error No protocol of a scrape.
    expect(() => asking({ scheme: 'htps' })).toThrow("scheme: 'htps' is none of http, https; write https");
  });

  test('that is asked by plain http has no certificate to check', () => {
    expect(accessFaults({ scheme: 'http', tls: { ca: token } })).toEqual([
      {
        where: 'tls',
        what: 'ca',
        code: 'tls-not-used',
        why: 'its targets are asked by plain http, so nothing is checked',
        cure: "write scheme: 'https', or leave tls out",
      },
    ]);
  });

  test.each(['https://shop', 'shop:8443', ''])('has a certificate of no name %j', (serverName) => {
    expect(() => asking({ scheme: 'https', tls: { serverName } })).toThrow(
      `tls.serverName: '${serverName}' is no name that a certificate could be of`,
    );
  });

  test('is shown a password or a token, not both', () => {
    expect(accessFaults({ scheme: 'https', basicAuth, bearerToken: token })).toEqual([
      {
        where: 'bearerToken',
        what: "secret('shop-metrics', 'token')",
        code: 'two-logins',
        why: 'a request has one header Authorization, and basicAuth is sent in it',
        cure: 'leave one of both out',
      },
    ]);
  });
});
