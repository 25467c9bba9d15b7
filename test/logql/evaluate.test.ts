import { describe, expect, test } from '@jest/globals';
import { type Entry, evaluator, selected } from '#logql/evaluate.js';
import { type Lines, containing, lacking, logLines, withField, withMetadata } from '#logql/lines.js';
import { absentLines, countLines, lineRate } from '#logql/signal.js';
import { not } from '#promql/metric/match.js';

const agent = { namespaces: ['shop'] } as const;
const all = logLines(agent);

/** A line of the shop's web, at a moment. */
const wrote = (at: number, line = '', labels: Partial<Entry['labels']> = {}, pod = 'web-0'): Entry => ({
  at,
  labels: { namespace: 'shop', app: 'web', level: 'info', ...labels },
  metadata: { pod },
  line,
});

describe('of lines a query finds', () => {
  const lines = [
    wrote(1, '{"event":"paid","amount":5}'),
    wrote(2, '{"event":"refused","amount":7}', { level: 'error' }, 'web-1'),
    wrote(3, 'Connection Refused', { level: 'unknown' }),
    wrote(4, 'two\nlines refused', { app: 'admin' }),
    wrote(5, 'paid', { namespace: 'bakery' }),
  ];
  const found: readonly (readonly [string, Lines, readonly number[]])[] = [
    ['those of its namespace', all, [1, 2, 3, 4]],
    ['those of some levels', logLines(agent, { level: ['error', 'unknown'] }), [2, 3]],
    ['those of all levels but one', logLines(agent, { level: not('info') }), [2, 3]],
    ['those that hold a text, as it is written', containing(all, 'refused'), [2, 4]],
    ['those that do not', lacking(all, 'refused'), [1, 3]],
    ['a pattern anywhere in a line of several', containing(all, /^two|Ref.sed$/), [3, 4]],
    ['a pattern of any case', containing(all, /refused/i), [2, 3, 4]],
    ['those of a pod', withMetadata(all, { pod: 'web-1' }), [2]],
    ['those without a request', withMetadata(all, { request_id: '' }), [1, 2, 3, 4]],
    ['those whose field says so, of JSON alone', withField(all, 'event', not('paid')), [2]],
    ['those whose number says so', withField(all, 'amount', /[5-9]/), [1, 2]],
    ['those without a field, of JSON alone', withField(all, 'user', ''), [1, 2]],
  ];

  test.each(found)('%s', (_, query, expected) => {
    expect(selected(query, lines).map(({ at }) => at)).toEqual(expected);
  });
});

describe('over a window', () => {
  const entries = [wrote(0), wrote(60), wrote(90, '', { app: 'admin' }), wrote(120)];

  test('a line at its end counts, and one at its beginning does not', () => {
    expect(evaluator(countLines(all, '1m'), entries)(120)).toEqual([{ labels: {}, value: 2 }]);
  });

  test('a rate is of all its seconds', () => {
    expect(evaluator(lineRate(all, '2m'), entries)(120)).toEqual([{ labels: {}, value: 3 / 120 }]);
  });

  test('each value of a label has a number of its own', () => {
    expect(evaluator(countLines(all, '2m', { by: ['app'] }), entries)(120)).toEqual([
      { labels: { app: 'web' }, value: 2 },
      { labels: { app: 'admin' }, value: 1 },
    ]);
  });

  test('there is no number where there is no line', () => {
    expect(evaluator(countLines(all, '1m'), entries)(300)).toEqual([]);
  });

  test('what is absent is 1, by its app', () => {
    const absent = evaluator(absentLines(logLines(agent, { app: 'admin' }), '1m'), entries);
    expect([absent(120), absent(150), absent(151)]).toEqual([
      [],
      [{ labels: { app: 'admin' }, value: 1 }],
      [{ labels: { app: 'admin' }, value: 1 }],
    ]);
  });
});
