import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { runbookIn } from '#browser/rehearsal/runbook-language.js';

const page = readFileSync('docs/runbooks/ojeomneo/HighErrorRate.md', 'utf8');

test('a runbook is read in one language', () => {
  expect(runbookIn(page, 'ko')).toMatch(/^## 의미\n[^]*## 조치/);
});

test('a runbook in English has no chapter in Korean', () => {
  expect(runbookIn(page, 'en')).not.toMatch(/의미|한국어/);
});

test('a runbook of one language is read as it is', () => {
  expect(runbookIn('## Meaning\n\nIt is down.', 'ko')).toBe('## Meaning\n\nIt is down.');
});
