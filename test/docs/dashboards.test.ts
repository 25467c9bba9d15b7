import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { kinds } from '#ground/codes/codes.js';
import { dashboardHouse } from '#ground/codes/dashboard-house.js';
import { takenOf } from '#preview/shown/taken.js';
import main from '../../main.js';
import { textOf } from './page.js';

const page = textOf('docs/dashboards.md');
const pictures = 'docs/pictures/dashboards';

test.each([...Object.keys(dashboardHouse), 'limit-not-shown', 'alert-not-drawn', 'limit-of-no-alert'])(
  'the page names the rule %s',
  (code) => {
    expect(page).toContain(`\`${code}\``);
  },
);

test('the page names no rule that nobody judges', () => {
  const [rules = ''] = page.split('## What people judge');
  const named = [...rules.matchAll(/^\| `([a-z-]+)` /gm)].map(([, code = '']) => code);
  expect(named.filter((code) => !kinds.has(code))).toEqual([]);
});

const uids = takenOf(main, undefined).flatMap(({ application }) =>
  application.dashboards.map(({ uid }) => uid),
);

test.each(uids)('the page holds %s against the best that there are', (uid) => {
  expect(page).toContain(`\`${uid}\``);
});

test('every picture of dashboards is shown on the page', () => {
  expect(readdirSync(pictures).filter((file) => !page.includes(`pictures/dashboards/${file}`))).toEqual([]);
});

test('no picture is over 120 kB', () => {
  const large = readdirSync(pictures).filter((file) => statSync(join(pictures, file)).size > 120_000);
  expect(large).toEqual([]);
});
