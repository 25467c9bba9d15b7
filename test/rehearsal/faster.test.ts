import { describe, expect, test } from '@jest/globals';
import { parse, parseDocument, visit } from 'yaml';
import { hostFiles } from '#hosts/hosts.js';
import { hosts } from '../estate.js';
import { isDuration } from '#ground/duration.js';
import { faster, fasterExpr } from '#rehearsal/life/faster.js';

describe('PromQL that goes ten times as fast', () => {
  test.each([
    ['rate(a_total[5m])', 'rate(a_total[30s])'],
    ['rate(a_total[5s]) offset 1h', 'rate(a_total[500ms]) offset 6m'],
    ['max_over_time(rate(a_total[5m])[1h:1m])', 'max_over_time(rate(a_total[30s])[6m:6s])'],
    ['max_over_time(a[1h:])', 'max_over_time(a[6m:])'],
  ])('%s', (expr, becomes) => {
    expect(fasterExpr(expr, 10)).toBe(becomes);
  });

  test('keeps all that is no length of time', () => {
    const expr = 'a{window="[5m]"} / 5 > 300 # for 5m\nand on () hour() >= 9';
    expect(fasterExpr(expr, 10)).toBe(expr);
  });
});

describe('PromQL of a life that goes ten times as fast too', () => {
  test.each([
    ['sum(rate(a_total[5m])) / 2', 'sum((rate(a_total[30s]) / 10)) / 2'],
    ['max_over_time(rate(a_total[5m])[1h:1m])', 'max_over_time((rate(a_total[30s]) / 10)[6m:6s])'],
    ['increase(a_total[5m])', 'increase(a_total[30s])'],
  ])('%s', (expr, becomes) => {
    expect(fasterExpr(expr, 10, 'lives faster too')).toBe(becomes);
  });
});

describe('a configuration that goes ten times as fast', () => {
  test('divides what its fields say, and the windows of its expressions', () => {
    const rules = {
      groups: [{ interval: '15s', rules: [{ alert: 'A', expr: 'delta(a[5m]) > 1', for: '2m' }] }],
    };
    expect(parse(faster(JSON.stringify(rules), 10))).toEqual({
      groups: [{ interval: '1500ms', rules: [{ alert: 'A', expr: 'delta(a[30s]) > 1', for: '12s' }] }],
    });
  });

  test('keeps labels and texts', () => {
    const rule = { labels: { window: '5m' }, annotations: { summary: 'for 5m' } };
    expect(parse(faster(JSON.stringify(rule), 10))).toEqual(rule);
  });

  test('is refused where it writes a length of time in another way', () => {
    expect(() => faster('for: 1h30m', 10)).toThrow(
      "duration '1h30m': write a whole number and one of ms, s, m",
    );
  });
});

/** Every length of time in a text of YAML, in order. */
const durations = (text: string): readonly string[] => {
  const found: string[] = [];
  visit(parseDocument(text), {
    Scalar: (_, { value }) => {
      if (typeof value === 'string' && isDuration(value)) found.push(value);
    },
  });
  return found;
};

const timed = hosts.flatMap(({ application, ...host }) =>
  Object.entries(hostFiles({ application, ...host }))
    .filter(([path]) => /^(prometheus\.yml|alertmanager\.yml|rules\/.*)$/.test(path))
    .map(([path, text]) => [application.name, path, text] as const),
);

test.each(timed)('of %s no length of time in %s is forgotten', (_, __, text) => {
  const before = durations(text);
  const kept = durations(faster(text, 10)).filter((duration, i) => duration === before[i]);
  expect([before.length > 0, kept]).toEqual([true, []]);
});
