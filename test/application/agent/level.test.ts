import { beforeAll, describe, expect, test } from '@jest/globals';
import { knownByFunction, knownOfLine, levelWords } from '#application/agent/fluent-bit/level.js';
import { logLevels } from '#logql/labels.js';
import { runLua } from './luajit.js';

/** A line, what Loki must know of it, and nothing else. */
const lines: readonly (readonly [line: string, level: string, requestId?: string, traceId?: string])[] = [
  [
    '{"level":"info","event":"paid","request_id":"7f3-a","trace_id":"4bf92f3577b34da6"}',
    'info',
    '7f3-a',
    '4bf92f3577b34da6',
  ],
  ['{"time":"2026-01-01T00:00:00Z","level":"ERROR","msg":"refused"}', 'error'],
  ['{"event": "x", "level": "warning"}', 'warn'],
  ['{"level":50,"msg":"refused","request_id":null}', 'error'],
  ['{"level":30}', 'info'],
  ['{"severity":"CRITICAL","message":"gone"}', 'critical'],
  [String.raw`{"msg":"said \"level\":\"error\"","level":"debug"}`, 'debug'],
  ['{"level":"verbose","msg":"ERROR"}', 'unknown'],
  ['{"level":{"name":"error"}}', 'unknown'],
  ['{"msg":"no level, though it says ERROR"}', 'error'],
  ['time=2026-01-01T00:00:00Z level=WARN msg="slow"', 'warn'],
  ['time="x" level="error" msg="refused"', 'error'],
  ['2026-01-01 00:00:00.000 UTC [31] ERROR:  deadlock detected', 'error'],
  ['2026-01-01 00:00:00.000 UTC [1] LOG:  checkpoint starting: time', 'info'],
  ['[2026-01-01 00:00:00 +0000] [7] [INFO] Booting worker with pid: 7', 'info'],
  ['Traceback (most recent call last):\n  File "a.py", line 1\nValueError: INFO', 'error'],
  ['panic: runtime error: index out of range\n\ngoroutine 1 [running]:', 'critical'],
  ['1:M 01 Jan 2026 00:00:00.000 * Ready to accept connections', 'unknown'],
  ['GET /errors 200 no error here', 'unknown'],
  ['TERROR is no level, nor is ERRORS', 'unknown'],
  [`${' '.repeat(100)}ERROR`, 'unknown'],
  ['', 'unknown'],
];

const told: string[] = [];

beforeAll(async () => {
  const text = (value: string): string => JSON.stringify(value).replaceAll('\\/', '/');
  const printed = await runLua(
    [
      knownOfLine,
      ...lines.map(
        ([line]) => `do
  local code, at, record = ${knownByFunction}('log.x', 1, { log = ${text(line)}, stream = 'stdout' })
  print(code, at, record.log == ${text(line)}, record.stream, record.level, record.request_id, record.trace_id)
end`,
      ),
    ].join('\n'),
  );
  told.push(...printed.trimEnd().split('\n'));
}, 120_000);

describe('by the LuaJIT that Fluent Bit has', () => {
  test.each(lines.map((each, i) => [each[0], i, each] as const))(
    '%j keeps its text, its time and its stream, and says what it is',
    (_, i, [, level, requestId = 'nil', traceId = 'nil']) => {
      expect(told[i]?.split('\t')).toEqual(['2', '1', 'true', 'stdout', level, requestId, traceId]);
    },
  );
});

test('no word is of a level that Loki is not told of', () => {
  const known: readonly string[] = logLevels;
  expect(Object.values(levelWords).filter((level) => !known.includes(level))).toEqual([]);
});

test('nothing in it is a variable that Fluent Bit would fill in', () => {
  expect(knownOfLine).not.toContain('${');
});
