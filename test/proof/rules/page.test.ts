import { expect, test } from '@jest/globals';
import { blocksOf } from '../../docs/page.js';
import { proved } from './said.js';

const words = 'npx cheomseong prove ';

/** What the page shows that the command says, by what is typed. */
const shown = blocksOf('docs/any-rule-file.md').flatMap(({ marker = '', code }) =>
  marker.startsWith(words) ? [{ marker, code }] : [],
);

test.each(shown)('the page shows what $marker says', async ({ marker, code }) => {
  const { out } = await proved(marker.slice(words.length).split(' '));
  expect(code.replace(/promtool [\d.]+/, 'promtool X')).toBe(out);
});
