import { describe, expect, test } from '@jest/globals';
import {
  type Grammar,
  dataKey,
  labelKey,
  labelValue,
  namespaceName,
  objectName,
  portName,
  serviceName,
} from '#ground/grammar.js';

const long = (letters: number) => 'a'.repeat(letters);

/** Texts that the API server takes, and the nearest that it does not. */
const grammars: readonly (readonly [
  what: string,
  grammar: Grammar,
  taken: readonly string[],
  refused: readonly string[],
])[] = [
  [
    'an object',
    objectName,
    ['shop', 'shop.v2', '7', long(253)],
    ['Shop', 'shop.', 'a..b', 'a_b', '', long(254)],
  ],
  ['a namespace', namespaceName, ['shop', '7', long(63)], ['shop.v2', '-shop', 'shop-', '', long(64)]],
  ['a Service', serviceName, ['shop', 's7', long(63)], ['7eleven', 'shop.v2', 'My_Service', '', long(64)]],
  ['a port', portName, ['http', '8080-tcp', long(63)], ['8080', 'HTTP_metrics', 'http-', '', long(64)]],
  [
    'a label',
    labelKey,
    ['app', 'App_1.x', 'example.org/app'],
    ['a/b/c', '/a', 'Example.org/app', 'a b', '', long(64)],
  ],
  ['a value', labelValue, ['', 'My_shop.1', long(63)], ['my shop', 'a/b', '-a', 'a-', '오점너', long(64)]],
  [
    'a key',
    dataKey,
    ['url', '.dockerconfigjson', 'A_b', long(253)],
    ['.', '..', '..a', 'a/b', '', long(254)],
  ],
];

describe.each(grammars)('the grammar of %s', (_, { takes }, taken, refused) => {
  test.each(taken)('takes %j', (text) => {
    expect(takes(text)).toBe(true);
  });

  test.each(refused)('does not take %j', (text) => {
    expect(takes(text)).toBe(false);
  });
});
