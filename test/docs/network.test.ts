import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { End } from '#application/network/end.js';
import { isolatedOf } from '#application/network/isolated.js';
import { prometheusIn } from '#application/network/scraper.js';
import { reachedWays, scrapedWays } from '#application/network/way.js';
import { isWithin } from '#application/network/within.js';
import { estate } from '../estate.js';

const page = readFileSync('docs/delivery/network.md', 'utf8');

const whom = (end: End): string => {
  if (end.of === 'pods') return `\`${end.namespace}\``;
  return end.of === 'block' ? `\`${end.cidr}\`` : 'any address';
};

/** The rows that an application's policies come to. */
const rows = estate.flatMap((application) => {
  const scraped = scrapedWays(application, prometheusIn());
  return isolatedOf(application).map((each) => {
    const ports = scraped.filter(({ to }) => to.of === 'pods' && isWithin(each, to)).map(({ port }) => port);
    const reached = reachedWays(application, each).map(({ to, port }) => `${whom(to)} ${port}`);
    return [application.name, `\`${each.name}\``, ports.join(', ') || '-', reached.join(', ') || '-'];
  });
});

test('the page says of the five systems who reaches what', () => {
  const [, table = ''] = /## The five systems\n([\s\S]*?)\n\n[^|\n]/.exec(page) ?? [];
  const told = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(told).toEqual(rows);
});
