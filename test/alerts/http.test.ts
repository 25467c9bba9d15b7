import { expect, test } from '@jest/globals';
import { print } from '../../promql/expr/print.js';
import { packs } from './packs.js';

const { highErrorRate, highLatency } = packs.http;

test('the error rate is a share of the requests, given enough of them', () => {
  expect(print(highErrorRate.expr)).toMatchInlineSnapshot();
});

test('the latency is a quantile over all series, given enough requests', () => {
  expect(print(highLatency.expr)).toMatchInlineSnapshot();
});
