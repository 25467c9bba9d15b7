import { expect, test } from '@jest/globals';
import { exporting } from '#command/exporting.js';
import main from '../../../main.js';

const all = exporting(main).map(({ application, scrape }) => `${application} ${scrape}`);

test('A scrape of a host is one that a program can be held against', () => {
  expect(all).toContain('maintenance website');
});

test('An application that is in several places has each of its scrapes once', () => {
  expect(new Set(all).size).toBe(all.length);
});
