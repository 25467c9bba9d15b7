import { describe, expect, test } from '@jest/globals';
import { derive } from '#derive/derive.js';
import type { Proven } from '#derive/derivation.js';
import { families } from '#catalog/exposition.js';
import { edgesTold, withBuckets } from '#incoming/catalogue/buckets.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { declaration } from '#incoming/code/layout.js';
import { planOf } from '#incoming/plan/plan.js';
import { coursesCode } from '#incoming/proof/courses.js';
import { isAsked, subjectsOf } from '#proof/rules/subject.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

const rules = (...all: readonly string[]) =>
  readRules([{ file: 'rules.yml', text: `groups: [{ name: shop, rules: [${all.join(', ')}] }]` }]).groups;
const alert = (expr: string) => `{ alert: Slow, expr: '${expr}' }`;
const quantile = (of: string) => `histogram_quantile(0.99, sum by (le, job) (rate(${of}_bucket[5m])))`;

interface Written {
  readonly metrics: Catalogue;
  readonly proven: Proven;
}

const derived = (expr: string, scrape = ''): Written => {
  const groups = rules(alert(expr));
  const known = understood(groups);
  const { metrics } = planOf(groups, families(scrape), known, new Map());
  const [subject] = subjectsOf(groups, withBuckets(known, metrics), {
    scrape: 30,
    evaluation: 60,
    isScrapeTold: true,
  });
  const proven = subject && isAsked(subject.asked) ? derive(subject.asked) : undefined;
  if (proven?.kind !== 'derived') throw new Error(`${expr}: ${JSON.stringify(proven)}`);
  return { metrics, proven };
};
const textOf = ({ metrics, proven }: Written, histograms: 'observe' | 'series' = 'observe'): string =>
  coursesCode(proven, metrics, histograms)
    .map((code) => code && declaration('it', code))
    .join('\n');

describe('what a histogram observes', () => {
  test('is one word, of which the sizes are said, and not each of its buckets', () => {
    const text = textOf(derived(`${quantile('wait_seconds')} > 5`));
    expect([text.match(/observes\(/g)?.length, text.match(/_bucket|bucketsOf/g)]).toEqual([2, null]);
  });

  test('is said bucket by bucket where the proof does not hold by the word', () => {
    expect(textOf(derived(`${quantile('wait_seconds')} > 5`), 'series')).toMatch(
      /bucketsOf\(metrics\.waitSeconds\)/,
    );
  });

  test('is said of its buckets alone where its count is said beside it', () => {
    const text = textOf(
      derived(`${quantile('wait_seconds')} > 5 and on (job) wait_seconds_count{zone="a"} > 0`),
    );
    expect([
      text.match(/observesInBuckets\(/g)?.length,
      /\bobserves\(|bucketsOf/.test(text),
      /countOf\(metrics\.waitSeconds\)|'wait_seconds_count'/.test(text),
    ]).toEqual([2, false, true]);
  });

  test('lies in the buckets that a scrape tells', () => {
    const scrape = [1, 4, 16, '+Inf'].map((le) => `wait_seconds_bucket{le="${le}"} 1\n`).join('');
    const text = textOf(
      derived(`${quantile('wait_seconds')} > 5`, `# TYPE wait_seconds histogram\n${scrape}`),
    );
    expect(text).toMatch(/10,\n? *\{ was: [\d.]+, becomes: 10/);
  });
});

describe('the edges that rules tell', () => {
  const edges = (...all: readonly string[]) => edgesTold(understood(rules(...all))).get('wait_seconds');

  test('lie about limits, and not about the share of a quantile', () => {
    expect(edges(alert(`${quantile('wait_seconds')} > 4`))).toEqual([0.1, 1, 2, 3.8, 4, 4.2, 8, 10]);
  });

  test('are of the unit in which it is observed', () => {
    expect(edges(alert(`1000 * ${quantile('wait_seconds')} > 400`))).toContain(0.4);
  });

  test('are found through what is recorded', () => {
    expect(
      edges(`{ record: job:wait:p99, expr: '${quantile('wait_seconds')}' }`, alert('job:wait:p99 > 4')),
    ).toContain(4);
  });

  test('are those that matchers name, where they do', () => {
    expect(edges(alert('rate(wait_seconds_bucket{le="0.3"}[5m]) > 4'))).toEqual([0.3]);
  });
});
