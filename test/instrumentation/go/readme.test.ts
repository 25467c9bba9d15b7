import { expect, test } from '@jest/globals';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { goFiles } from '#instrumentation/go/files.js';
import { bistro } from './example.js';
import { moduleOf } from '../estate.js';

const monitoring = moduleOf('ojeomneo', 'monitoring');

const said = (module: Instrumentation): string =>
  goFiles(module, { name: 'shop', title: 'Shop' })['README.md'] ?? '';

test('what is not for everybody is said by its paths', () => {
  const { metrics, ready } = monitoring.paths;
  expect(said(monitoring)).toContain(`Refuse \`${metrics}\` and \`${ready}\` at the proxy in front`);
});

test('what was paid grows by that, and what is counted by one', () => {
  expect(said(monitoring)).toMatch(/OrderAmount\(paymentMethod\)\.Add\(amount\)\n.*\n.*MenuViews\(categoryID\)\.Inc\(\)/);
});

test('an operation is declared where its labels have any value, by a function that is there', () => {
  expect(said(monitoring)).toContain('monitoring.DeclareQuery("operation", "table")\ndefer monitoring.Query(');
  expect(goFiles(monitoring, { name: 'shop', title: 'Shop' })['operations.go']).toContain('func DeclareQuery(operation, table string)');
});

test('an operation whose labels have only so many values is at 0 without being declared', () => {
  expect(said(bistro)).not.toContain('DeclareMail');
});
