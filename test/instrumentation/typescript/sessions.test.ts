import { describe, expect, test } from '@jest/globals';
import { printed } from './running.js';
import { valueOf } from './scraped.js';
import { moduleOf } from '../estate.js';

const websiteMonitoring = moduleOf('maintenance', 'website');

const website = {
  module: websiteMonitoring,
  application: { name: 'maintenance', title: 'Maintenance' },
};

/** What the website exports after this, in minutes since it started. */
const after = (code: string): string =>
  printed(
    website,
    `import { registry } from './monitoring/metrics';
import { heardOf, sessionsAt } from './monitoring/sessions';
const at = (minute: number) => minute * 60_000;
const heard = (minute: number, id: string, seconds: number, pages: number) =>
  heardOf({ id, seconds, pages }, at(minute));
${code}
void registry.metrics().then((text) => process.stdout.write(text));`,
  );

const ended = 'web_sessions_ended_total';
const bounces = 'web_session_bounces_total';
const sum = 'web_session_duration_seconds_sum';

describe('a session', () => {
  const quarter = after("heard(0, 'a', 20, 1); sessionsAt(at(29));");
  const twoPages = after("heard(0, 'a', 20, 1); heard(5, 'a', 300, 2); sessionsAt(at(36));");
  const mixedUp = after("heard(0, 'a', 300, 2); heard(0.1, 'a', 20, 1); sessionsAt(at(40));");

  test('goes on for half an hour after it was last heard of', () => {
    expect(['web_sessions_active', ended].map((each) => valueOf(quarter, each))).toEqual([1, 0]);
  });

  test('ends then, as long as it told', () => {
    expect(['web_sessions_active', ended, sum].map((each) => valueOf(twoPages, each))).toEqual([0, 1, 300]);
  });

  test('is no bounce if it saw two pages', () => {
    expect(valueOf(twoPages, bounces)).toBe(0);
  });

  test('is a bounce if it saw one', () => {
    expect(valueOf(after("heard(0, 'a', 20, 1); sessionsAt(at(31));"), bounces)).toBe(1);
  });

  test('is as long as the longest report of it says, whichever comes first', () => {
    expect([sum, bounces].map((each) => valueOf(mixedUp, each))).toEqual([300, 0]);
  });
});

test('of very many sessions those not heard of for longest end', () => {
  const told = after("for (let i = 0; i < 10_003; i += 1) heard(0, String(i), 1, 1);");
  expect(['web_sessions_active', ended].map((each) => valueOf(told, each))).toEqual([10_000, 3]);
});

describe('what may be reported', () => {
  const allowed = (code: string): unknown =>
    JSON.parse(
      printed(
        website,
        `import { allowance } from './monitoring/allowance';
const allows = allowance(2, 5);
process.stdout.write(JSON.stringify([${code}]));`,
      ),
    );

  test('is so much of a client, and so much of all, in each minute', () => {
    expect(
      allowed(
        "allows('a', 0), allows('a', 1), allows('a', 2), allows('b', 3), allows('b', 4), allows('c', 5), allows('d', 6), allows('a', 60_000)",
      ),
    ).toEqual([true, true, false, true, true, true, false, true]);
  });

  test('is not forgotten when the clock is set back', () => {
    expect(allowed("allows('a', 90_000), allows('a', 0), allows('a', 1), allows('a', 2)")).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

test('a line of the log says which span OpenTelemetry has going on', () => {
  const line = printed(
    website,
    `import { logger } from './monitoring/logs';
// What the API of OpenTelemetry keeps for all of its copies.
const span = { spanContext: () => ({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' }) };
const key = Symbol.for('OpenTelemetry Context Key SPAN');
const active = { getValue: (asked: symbol) => (asked === key ? span : undefined) };
Reflect.set(globalThis, Symbol.for('opentelemetry.js.api.1'), { version: '1.9.0', context: { active: () => active } });
logger('website').info('said');`,
  );
  expect(JSON.parse(line)).toMatchObject({
    trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
    span_id: '00f067aa0ba902b7',
  });
});
