import { expect, test } from '@jest/globals';
import { goFiles } from '#instrumentation/go/files.js';
import { monitoring } from '../../../apps/ojeomneo/instrumentation.js';
import { bistro } from './example.js';

const said = (module: typeof bistro): string =>
  goFiles(module, { name: 'shop', title: 'Shop' })['README.md'] ?? '';

test('what is not for everybody is said by its paths', () => {
  const { metrics, ready } = monitoring.paths;
  expect(said(monitoring)).toContain(`Refuse \`${metrics}\` and \`${ready}\` at the proxy in front`);
});
