import { expect, test } from '@jest/globals';
import { filebeatConfiguration } from '#application/agent/filebeat/configuration.js';
import { knownByFunction, knownOfLine, levelWords } from '#application/agent/fluent-bit/level.js';
import { valueAt } from '#ground/field.js';
import { runLua } from '../../application/agent/luajit.js';
import { shop } from './shop.js';
import { saidBy } from './suite.js';
import { moduleOf } from '../estate.js';

const monitoring = moduleOf('ecoeco', 'monitoring');

/** A line that a program has really written, within a request and a trace. */
const said = saidBy(['logs'], { monitoring, shop });
const line = async (): Promise<string> => (await said()).texts['line'] ?? '';

const traceId = 0xabc.toString(16).padStart(32, '0');

test('Fluent Bit reads the level, the request and the trace of a line', async () => {
  const program = `${knownOfLine}
local _, _, record = ${knownByFunction}('', 0, { log = [==[${await line()}]==] })
print(record.level, record.request_id, record.trace_id)`;
  expect((await runLua(program)).trim().split('\t')).toEqual(['warn', 'b-2', traceId]);
});

test.each(['debug', 'info', 'warning', 'error', 'critical'])('Fluent Bit knows the level %s', (level) => {
  expect(levelWords[level]).toBeDefined();
});

const [input] = [
  valueAt(
    filebeatConfiguration({
      inputs: [{ service: 'api', paths: ['/var/log/api/*.log'] }],
      elasticsearch: { hosts: ['http://elasticsearch:9200'] },
    }),
    ['filebeat', 'inputs', 0],
  ),
];

test('Filebeat finds what is said where it looks for it', async () => {
  const from = String(valueAt(input, ['processors', 0, 'rename', 'fields', 0, 'from']));
  expect(valueAt({ json: JSON.parse(await line()) as unknown }, from.split('.'))).toBe('traced');
});

test('Filebeat finds when it was said, in the layout that it reads', async () => {
  const field = String(valueAt(input, ['processors', 1, 'timestamp', 'field']));
  const layouts = valueAt(input, ['processors', 1, 'timestamp', 'layouts']);
  expect(layouts).toContain('2006-01-02T15:04:05Z07:00');
  // RFC 3339, with as many parts of a second as one likes: https://pkg.go.dev/time#Parse.
  expect(String(valueAt({ json: JSON.parse(await line()) as unknown }, field.split('.')))).toMatch(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  );
});

test('Filebeat finds the ids of the request and of the trace below the key of its own', async () => {
  expect(JSON.parse(await line())).toMatchObject({ level: 'warning', request_id: 'b-2', trace_id: traceId });
});
