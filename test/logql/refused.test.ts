import { describe, expect, test } from '@jest/globals';
import { containing, logLines, withField, withMetadata } from '#logql/lines.js';
import { absentLines, countLines } from '#logql/signal.js';
import { untyped } from '../untyped.js';

const agent = { namespaces: ['shop'] } as const;
const all = logLines(agent);

const refused: readonly (readonly [string, () => unknown, string])[] = [
  [
    'structured metadata in the selector',
    untyped(logLines, agent, { pod: 'shop-0' }),
    'pod: pod is structured metadata, which selects no streams: Loki finds none; ask for it behind the selector: | pod="…", which withMetadata(lines, { pod: \'…\' }) writes',
  ],
  [
    'a label that no agent sets',
    untyped(logLines, agent, { service: 'shop' }),
    'service: no stream has a label service; Fluent Bit sets namespace, app, level',
  ],
  [
    'a level that no line has',
    untyped(logLines, agent, { level: 'warning' }),
    "level: a level is never 'warning'",
  ],
  [
    'a namespace that the agent does not read',
    untyped(logLines, agent, { namespace: 'bakery' }),
    'namespace: the agent reads nothing of namespace bakery',
  ],
  [
    'a label behind the selector',
    untyped(withMetadata, all, { app: 'web' }),
    "it is a label: logLines(agent, { app: '…' })",
  ],
  [
    'what is known without reading the line',
    () => withField(all, 'trace_id', 'a'),
    'trace_id is known of each line without reading it',
  ],
  [
    'a field with a dot',
    () => withField(all, 'http.status', '500'),
    "'http.status' is no name that LogQL gives a field",
  ],
  ['a pattern that RE2 does not know', () => containing(all, /(?=a)/), 'Loki does not read it'],
  ['a window without length', () => countLines(all, '0s'), 'no line is in a window without length'],
  [
    'the absence of several apps at once',
    () => absentLines(logLines(agent, { app: ['a', 'b'] }), '5m'),
    "name one: logLines(agent, { app: 'shop' })",
  ],
];

describe('refused is', () => {
  test.each(refused)('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
