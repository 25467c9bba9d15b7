import { expect, test } from '@jest/globals';
import { print } from '../../promql/expr/print.js';
import { packs } from './packs.js';

const { databaseDown } = packs.postgres;

test('a missing exporter counts as a database that is down', () => {
  expect(print(databaseDown.expr)).toMatchInlineSnapshot();
});

test('it concerns the database', () => {
  expect(databaseDown.component).toBe('database');
});
