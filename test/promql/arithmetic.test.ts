import { describe, expect, test } from '@jest/globals';
import { max } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { value } from '#promql/vector/select.js';
import type { AnyVector } from '#promql/vector/vector.js';
import { shop } from './shop.js';

describe('Units that mean nothing together, where types are put aside', () => {
  test('are refused at run time too', () => {
    const divideAny: (left: AnyVector, right: AnyVector) => unknown = (left, right) =>
      Reflect.apply(divide, undefined, [left, right]);
    expect(() => divideAny(max(value(shop.drift)), max(value(shop.backup)))).toThrow(
      'seconds / timestamp: it means nothing; bring both sides to units that go together',
    );
  });
});
