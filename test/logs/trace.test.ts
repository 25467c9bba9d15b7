import { describe, expect, test } from '@jest/globals';
import { traceLine } from '../../logs/trace.js';
import { fc } from '../seeded.js';
import { byRules, byWhilePattern, re2 } from './joined.js';
import { linesOf, written } from './written.js';

const rules = [
  { state: 'start_state', regex: `/${traceLine}/`, next_state: 'trace' },
  { state: 'trace', regex: `/${traceLine}/`, next_state: 'trace' },
];

describe.each([
  ['Filebeat', (lines: readonly string[]) => byWhilePattern(traceLine, lines)],
  ['Fluent Bit', (lines: readonly string[]) => byRules(rules, lines)],
])('%s', (_, joined) => {
  test.each(Object.entries(written))('makes one event of each trace of the %s', (__, events) => {
    expect(joined(linesOf(events))).toEqual(events);
  });

  const trace = linesOf(written.api.filter((event) => event.startsWith('Traceback')));
  const object = fc.dictionary(fc.string(), fc.jsonValue()).map((each) => JSON.stringify(each));

  test('leaves lines of JSON alone, even in the midst of a trace', () => {
    fc.assert(
      fc.property(object, fc.nat(trace.length), (line, at) => {
        expect(joined(trace.toSpliced(at, 0, line))).toContain(line);
      }),
    );
  });

  test('loses nothing', () => {
    const line = fc.oneof(object, fc.constantFrom(...Object.values(written).flatMap(linesOf)));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        expect(joined(lines).join('\n')).toBe(lines.join('\n'));
      }),
    );
  });
});

test('the pattern means the same to RE2 and to JavaScript', () => {
  const lines = Object.values(written).flatMap(linesOf);
  const [inRe2, inJavaScript] = [re2(traceLine), new RegExp(traceLine)];
  expect(lines.filter((line) => inRe2.test(line))).toEqual(lines.filter((line) => inJavaScript.test(line)));
});
