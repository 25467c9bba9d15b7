import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { PromqlError, parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';

const lookup = (name: string) => (name === 'unknown' ? undefined : bareMetric(name));

/** The text with a parenthesis around every operation, to show what belongs together. */
const grouped = (text: string): string => {
  const expr = parse(text, lookup);
  const around = (each: typeof expr): string => {
    if (each.type === 'binary') return `(${around(each.left)} ${each.operator} ${around(each.right)})`;
    return each.type === 'negation' ? `(-${around(each.expr)})` : inline(each);
  };
  return around(expr);
};

describe('What belongs together is what Prometheus takes together', () => {
  test.each([
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a ^ b ^ c', '(a ^ (b ^ c))'],
    ['a or b and c', '(a or (b and c))'],
    ['a > b == bool c', '((a > b) == c)'],
    ['-a ^ b', '(-(a ^ b))'],
    ['-a * b', '((-a) * b)'],
    ['a ^ -b * c', '((a ^ (-b)) * c)'],
    ['a atan2 b % c', '((a atan2 b) % c)'],
    ['A AND B UNLESS C', '((A and B) unless C)'],
  ])('%s', (text, groups) => {
    expect(grouped(text)).toBe(groups);
  });

  // The editor's grammar, which reads the text, takes the whole operation before it for what is offset.
  test.each([
    ['a - b offset 1h', '(a - b offset 1h)'],
    ['a + b offset 1h * c', '(a + (b offset 1h * c))'],
    ['-a offset 1h', '(-a offset 1h)'],
    ['a - b[1h:5m]', '(a - b[1h:5m])'],
    ['-5 ^ 2', '(-(5 ^ 2))'],
  ])('%s', (text, groups) => {
    expect(grouped(text)).toBe(groups);
  });
});

describe('A number is read', () => {
  test.each([
    ['5', 5],
    ['-5', -5],
    ['+5', 5],
    ['--5', 5],
    ['-(5)', -5],
    ['- 5', -5],
    ['1e-7', 1e-7],
    ['.5', 0.5],
    ['0x1F', 31],
    ['0755', 493],
    ['-0755', -493],
    ['089', 89],
    ['5.', 5],
    ['-0', -0],
    ['Inf', Infinity],
    ['-inf', -Infinity],
    ['nAn', NaN],
  ])('%s', (text, value) => {
    expect(parse(text, lookup)).toEqual({ type: 'number', value });
  });
});

const faultsOf = (text: string): readonly string[] => {
  try {
    parse(text, lookup);
    return [];
  } catch (error) {
    if (error instanceof PromqlError) return error.faults.map(({ why }) => why);
    throw error;
  }
};

describe('A text is refused with the place, the offending part and the reason', () => {
  test.each([
    ['', /there is no expression/],
    ['# only a comment', /there is no expression/],
    ['a b', /^character 3, 'b': syntax error$/],
    ['sum(a', /^character 6, the end: syntax error$/],
    ['a{b=~}', /^character 6, '}': syntax error$/],
    ['sum by (x) (unknown)', /^character 13, 'unknown': no such metric is declared/],
    ['a > 1_000', /^character 5, '1_000': write a plain number/],
    ['a > 30m1h', /syntax error|write a plain number/],
    ['sum(a) offset 5m', /^character 1, 'sum\(a\) offset 5m': only a selector or a subquery is offset/],
    ['a offset 5m offset 1m', /only a selector or a subquery is offset, and once/],
    ['rate(sum(a)[5m])', /^character 6, 'sum\(a\)\[5m\]': a range is of a plain selector/],
    ['{"unknown"}', /^character 1, '{"unknown"}': no such metric is declared/],
    ['a + fill (0) b', /^character 5, 'fill \(0\)': fill is read by Prometheus 3.10 and later/],
    ['a </ b', /^character 1, 'a <\/ b': Prometheus reads <\/ and >\/ since 3.11/],
    ['a{b="\\d"}', /^character 5, '"\\d"': .*double each backslash/],
    ['a{b="\\ud800"}', /^character 5, .*characters that are no text/],
    ['topk(a)', /^character 1, 'topk\(a\)': topk takes a parameter and the series; 1 are given/],
    ['sum(1, a)', /^character 1, 'sum\(1, a\)': sum takes the series alone; 2 are given/],
    ['a[$__rate_interval', /^character 19, the end: syntax error$/],
  ])('%s', (text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(fault)]);
  });

  test('all faults at once, each where it is', () => {
    expect(faultsOf('sum(unknown)\n  / unknown{x="\\d"}')).toEqual([
      expect.stringMatching(/^line 1, character 5, 'unknown'/),
      expect.stringMatching(/^line 2, character 5, 'unknown'/),
      expect.stringMatching(/^line 2, character 15, '"\\d"'/),
    ]);
  });

  test('behind a window of Grafana, which is longer than what the parser is given', () => {
    expect(faultsOf('rate(a[$__rate_interval]) + unknown')).toEqual([
      expect.stringMatching(/^character 29, /),
    ]);
  });

  test('and the error shows the whole text', () => {
    expect(() => parse('a b', lookup)).toThrow("character 3, 'b': syntax error\n  in: a b");
  });
});

describe('A length of time is read, and written in one unit', () => {
  test.each([
    ['rate(a[1h30m])', 'rate(a[90m])'],
    ['rate(a[1m30s500ms])', 'rate(a[90500ms])'],
    ['rate(a[1y])', 'rate(a[365d])'],
    ['rate(a[300])', 'rate(a[5m])'],
    ['a offset 1d12h', 'a offset 36h'],
    ['a offset 50', 'a offset 50s'],
    ['sum(a)[1h30m:90]', 'sum(a)[90m:90s]'],
    ['time() - a > 5m', 'time() - a > 300'],
    ['time() - a > 1h30m', 'time() - a > 5400'],
    ['time() - a > -1m', 'time() - a > -60'],
    ['a > 500ms', 'a > 0.5'],
  ])('%s', (text, written) => {
    expect(inline(parse(text, lookup))).toBe(written);
  });
});

describe('A name in quotes that it does not need is read without', () => {
  test.each([
    ['{"a", b="c"}', 'a{b="c"}'],
    ['a{"b"="c", d!="e"}', 'a{b="c", d!="e"}'],
    ['sum by ("a", b) (c)', 'sum by (a, b) (c)'],
  ])('%s', (text, written) => {
    expect(inline(parse(text, lookup))).toBe(written);
  });
});

describe('A subquery is offset', () => {
  test.each(['sum_over_time(a[1h:5m] offset 1m)', 'max_over_time((a + b)[1h:] offset 1d)'])('%s', (text) => {
    expect(inline(parse(text, lookup))).toBe(text);
  });
});

describe('Windows of Grafana are read as they are written', () => {
  test.each(['rate(a[$__rate_interval])', 'max_over_time(a[$__range:$__interval])', 'a{b="$__range"}'])(
    '%s',
    (text) => {
      expect(inline(parse(text, lookup))).toBe(text);
    },
  );
});

test('Comments are left out', () => {
  expect(inline(parse('a # the first\n # and\n + b', lookup))).toBe('a + b');
});
