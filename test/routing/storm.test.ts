import { describe, expect, test } from '@jest/globals';
import { rendered } from '#proof/notification/rendered.js';
import { kst, utc } from '#routing/message/clock.js';
import { worded } from './every-kind.js';
import { storm } from './storm.js';

const korean = { language: 'ko', clock: kst, more: /… 외 발생 (\d+)건/ } as const;
const english = { language: 'en', clock: utc, more: /… and (\d+) more firing/ } as const;

/** The field of each message that tells of the alerts one after another; how many it writes out. */
const bodies = {
  slack: ['text', 7],
  email: ['html', 50],
  pagerduty: ['details.firing', 20],
  opsgenie: ['description', 8],
  msteams: ['text', 7],
  discord: ['message', 4],
  telegram: ['message', 4],
  sns: ['message', 20],
} as const;

/** The fields that are all that somebody sees on a locked phone, or in a list. */
const lines = {
  slack: ['title', 'fallback'],
  email: ['subject'],
  pagerduty: ['description'],
  opsgenie: ['message'],
  msteams: ['title'],
  discord: ['title'],
  telegram: ['message'],
  sns: ['subject'],
} as const;

describe.each(Object.values(worded).map((each) => [each.integration, each] as const))(
  'of twenty warnings and one that is critical, %s',
  (kind, integration) => {
    describe.each([korean, english])('in $language', (reader) => {
      const textOf = async (field: string): Promise<string> =>
        (await rendered(integration, reader, storm)).find(({ name }) => name === field)?.text ?? '';
      const [body, most] = bodies[kind];

      test('writes out the critical one first (mistake 51)', async () => {
        const text = await textOf(body);
        expect(text.search('Shop is down')).toBeLessThan(text.search('is slow'));
        expect(text.search('Shop is down')).toBeGreaterThan(-1);
      });

      test('writes out each at most once', async () => {
        const text = await textOf(body);
        const told = text.match(/Shop is down|Path \d+ is slow/g) ?? [];
        expect([told.length, new Set(told).size]).toEqual([Math.min(most, 21), Math.min(most, 21)]);
      });

      test('says how many it does not write out', async () => {
        const [, count] = reader.more.exec(await textOf(body)) ?? [];
        expect(Number(count ?? 0)).toBe(Math.max(21 - most, 0));
      });

      test.each(lines[kind])('names the critical one in its %s', async (field) => {
        expect((await textOf(field)).split('\n')[0]).toMatch(/ServiceDown|Shop is down/);
      });
    });
  },
);

test.each([
  [7, undefined],
  [8, '… and 1 more firing'],
] as const)('of %i alerts Slack is told that %s', async (count, more) => {
  const [first, ...others] = storm.alerts;
  const alerts = [first, ...others.slice(0, count - 1)] as const;
  const texts = await rendered(worded.slack, english, { alerts });
  const text = texts.find(({ name }) => name === 'text')?.text ?? '';
  expect(/… and \d+ more firing/.exec(text)?.[0]).toBe(more);
});

test('PagerDuty is told that it is critical', async () => {
  const texts = await rendered(worded.pagerduty, english, storm);
  expect(texts.find(({ name }) => name === 'severity')?.text).toBe('critical');
});

test('Opsgenie is told that it is of the highest priority', async () => {
  const texts = await rendered(worded.opsgenie, english, storm);
  expect(texts.find(({ name }) => name === 'priority')?.text).toBe('P1');
});
