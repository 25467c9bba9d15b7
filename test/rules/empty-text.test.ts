import { describe, expect, test } from '@jest/globals';
import { emptyTexts } from '#rules/findings/empty-text.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

/** What is found of an alert of this expression with this summary. */
const foundOf = (expr: string, summary: string): readonly string[] => {
  const text = JSON.stringify({
    groups: [
      { name: 'a', rules: [{ alert: 'A', expr, labels: { team: 'shop' }, annotations: { summary } }] },
    ],
  });
  const { groups } = readRules([{ file: 'a.json', text }]);
  return [...understood(groups).of].flatMap(([rule, read]) =>
    rule.kind === 'alert' && 'expr' in read ? emptyTexts(rule, read.expr).map(({ why }) => why) : [],
  );
};

const lost = ['summary speaks of instance, which its expression does not keep, so nothing stands there'];

describe('a text is empty that speaks of a label', () => {
  test.each([
    ['which an aggregation drops', 'sum by (job) (up) > 0', '{{ $labels.instance }} is up', lost],
    ['by its other name', 'sum(up) > 0', '{{ .Labels.instance }} is up', lost],
    ['of what is absent', 'absent(up{job="shop"})', '{{ $labels.instance }} is gone', lost],
    [
      'that only the rule sets',
      'sum by (job) (up) > 0',
      '{{ $labels.team }}',
      ['summary speaks of team, which its expression does not keep, so nothing stands there'],
    ],
  ])('%s', (_, expr, summary, found) => {
    expect(foundOf(expr, summary)).toEqual(found);
  });
});

describe('a text is not empty that speaks of a label', () => {
  test.each([
    ['which is kept', 'sum by (instance) (up) > 0', '{{ $labels.instance }}'],
    ['of which nothing is known', 'up == 0', '{{ $labels.instance }}'],
    [
      'which the other side brings',
      'sum by (job) (up) * on (job) group_left (pod) info > 0',
      '{{ $labels.pod }}',
    ],
    ['and asks first', 'sum(up) > 0', '{{ if $labels.instance }}{{ $labels.instance }}{{ end }}'],
  ])('%s', (_, expr, summary) => {
    expect(foundOf(expr, summary)).toEqual([]);
  });
});
