import { describe, expect, test } from '@jest/globals';
import { addressOf } from '#new/address.js';

describe('where a repository is read', () => {
  test.each([
    ['git@github.com:acme/shop.git', 'https://github.com/acme/shop/blob/main'],
    ['https://github.com/acme/shop.git', 'https://github.com/acme/shop/blob/main'],
    ['https://github.com/acme/shop/', 'https://github.com/acme/shop/blob/main'],
    ['ssh://git@github.com/acme/shop.git', 'https://github.com/acme/shop/blob/main'],
    ['github.com:acme/shop', 'https://github.com/acme/shop/blob/main'],
    ['git://github.com/acme/shop.git', 'https://github.com/acme/shop/blob/main'],
    ['git@gitlab.com:acme/team/shop.git', 'https://gitlab.com/acme/team/shop/-/blob/main'],
    ['ssh://git@gitlab.acme.kr:2222/team/shop.git', 'https://gitlab.acme.kr/team/shop/-/blob/main'],
    ['https://gitlab.acme.kr:8443/team/shop.git', 'https://gitlab.acme.kr:8443/team/shop/-/blob/main'],
    ['http://git.acme.internal/team/shop.git', 'http://git.acme.internal/team/shop/blob/main'],
    ['git@bitbucket.org:acme/shop.git', 'https://bitbucket.org/acme/shop/src/main'],
    ['https://codeberg.org/acme/shop.git', 'https://codeberg.org/acme/shop/src/branch/main'],
  ])('is told by %s', (remote, address) => {
    expect(addressOf(remote, 'main')).toBe(address);
  });

  test.each([
    'https://ci:s3cret@github.com/acme/shop.git',
    'https://s3cret@github.com/acme/shop.git',
    'ssh://ci:s3cret@github.com/acme/shop.git',
    's3cret@github.com:acme/shop.git',
  ])('holds no login: %s', (remote) => {
    expect(addressOf(remote, 'main')).toBe('https://github.com/acme/shop/blob/main');
  });

  test.each([
    '',
    '/srv/git/shop.git',
    '../shop.git',
    'file:///srv/git/shop.git',
    'C:\\git\\shop',
    'C:/git/shop',
  ])('is not told by what no browser reads: %j', (remote) => {
    expect(addressOf(remote, 'main')).toBeUndefined();
  });

  test.each([
    ['master', 'master'],
    ['release/1.x', 'release/1.x'],
    ['fix#3', 'fix%233'],
    ['', 'main'],
  ])('has the branch %j as a browser asks for it', (branch, written) => {
    expect(addressOf('git@github.com:acme/shop.git', branch)).toBe(
      `https://github.com/acme/shop/blob/${written}`,
    );
  });
});
