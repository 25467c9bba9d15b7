import { describe, expect, test } from '@jest/globals';
import { containing, lacking, logLines, withField, withMetadata } from '#logql/lines.js';
import { printLines, printSignal } from '#logql/print.js';
import { absentLines, countLines, lineRate } from '#logql/signal.js';
import { not } from '#promql/metric/match.js';
import { syntaxErrors } from './grammar.js';

const agent = { namespaces: ['shop', 'shop-staging'] } as const;
const errors = logLines(agent, { namespace: 'shop', level: ['error', 'critical'] });

const lines = [
  [logLines(agent), '{namespace=~"shop|shop-staging"}'],
  [errors, '{namespace="shop", level=~"error|critical"}'],
  [logLines({ namespaces: ['shop'] }, { app: 'web.canary' }), '{namespace="shop", app="web.canary"}'],
  [
    logLines({ namespaces: ['shop'] }, { app: ['web.canary', 'api'], level: not('debug') }),
    String.raw`{namespace="shop", app=~"web\\.canary|api", level!="debug"}`,
  ],
  [
    lacking(containing(errors, 'time "out"\\'), /time(d)? out/i),
    String.raw`{namespace="shop", level=~"error|critical"} |= "time \"out\"\\" !~ "(?i)time(d)? out"`,
  ],
  [
    withMetadata(errors, { pod: /shop-.+/, stream: not('stdout') }),
    '{namespace="shop", level=~"error|critical"} | pod=~"shop-.+" | stream!="stdout"',
  ],
  [
    withField(errors, 'event', ['payment_failed', 'refund_failed']),
    '{namespace="shop", level=~"error|critical"} | json event="event" | __error__="" | event=~"payment_failed|refund_failed"',
  ],
] as const;

describe('lines', () => {
  test.each(lines)('%j', (value, expected) => {
    expect(printLines(value)).toBe(expected);
  });

  test.each(lines.map(([value]) => printLines(value)))('%s is what Grafana reads as LogQL', (logql) => {
    expect(syntaxErrors(logql)).toEqual([]);
  });
});

const signals = [
  [
    lineRate(errors, '5m', { by: ['app'] }),
    'sum by (app) (rate({namespace="shop", level=~"error|critical"}[5m]))',
  ],
  [
    countLines(containing(errors, 'x'), '1h', { by: ['app', 'level'] }),
    'sum by (app, level) (count_over_time({namespace="shop", level=~"error|critical"} |= "x" [1h]))',
  ],
  [countLines(errors, '90s'), 'sum(count_over_time({namespace="shop", level=~"error|critical"}[90s]))'],
  [
    absentLines(logLines({ namespaces: ['shop'] }, { app: 'web' }), '15m'),
    'sum by (app) (absent_over_time({namespace="shop", app="web"}[15m]))',
  ],
] as const;

describe('numbers of lines', () => {
  test.each(signals)('%j', (signal, expected) => {
    expect(printSignal(signal)).toBe(expected);
  });

  test.each(signals.map(([signal]) => `${printSignal(signal)} > 0.5`))(
    '%s is what Grafana reads as LogQL',
    (logql) => {
      expect(syntaxErrors(logql)).toEqual([]);
    },
  );
});

test('the grammar tells of what is no LogQL', () => {
  expect(syntaxErrors('sum by (app) (rate({namespace="shop"} | pod= [5m]))')).not.toEqual([]);
});
