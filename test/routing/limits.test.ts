import { describe, expect, test } from '@jest/globals';
import { rendered } from '#proof/notification/rendered.js';
import { kst, utc } from '#routing/message/clock.js';
import type { Reader } from '#routing/message/reader.js';
import { worded } from './every-kind.js';
import { flood } from './storm.js';

const characters = (text: string): number => Array.from(text).length;
const utf8 = (text: string): number => Buffer.byteLength(text);
/** As Go writes JSON, which escapes what HTML would read. */
const json = (text: string): number =>
  utf8(JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, () => '\\u0000'));

type Measure = (text: string) => number;

/** What each service takes of a field, and in which unit; 1,200 bytes of JSON around a card and an event are Alertmanager's own. */
const limits: Readonly<
  Record<keyof typeof worded, readonly (readonly [field: string, measure: Measure, most: number])[]>
> = {
  slack: [
    ['text', characters, 8_000],
    ['text', utf8, 40_000],
    ['title', characters, 256],
    ['fallback', characters, 1_200],
    ['footer', characters, 300],
  ],
  email: [
    ['subject', characters, 256],
    ['text', characters, 200_000],
    ['html', characters, 400_000],
  ],
  pagerduty: [
    ['description', characters, 1_024],
    ['details.firing', json, 350_000],
    ['details.resolved', json, 150_000],
    ['component', characters, 255],
  ],
  opsgenie: [
    ['message', characters, 130],
    ['description', characters, 15_000],
    ['source', characters, 100],
    ['entity', characters, 512],
  ],
  msteams: [
    ['title', json, 1_500],
    ['text', json, 28_000 - 1_500 - 1_200],
  ],
  discord: [
    ['title', characters, 256],
    ['message', characters, 4_096],
  ],
  telegram: [['message', characters, 4_096]],
  sns: [
    ['subject', utf8, 99],
    ['message', utf8, 262_144],
  ],
};

/** Each is a burden to some service: bytes, escapes, UTF-16, entities, markup, JSON, a line each. */
const fills = ['가', '🔥', '&', '<', '_', '"', '\\', '\n'];
const english: Reader = { language: 'en', clock: utc };
const korean: Reader = { language: 'ko', clock: kst };

describe.each(Object.values(worded).map((each) => [each.integration, each] as const))(
  'whatever the labels are, %s',
  (kind, integration) => {
    const over = async (reader: Reader, fill: string, size: number) => {
      const texts = await rendered(integration, reader, flood(fill, size));
      return limits[kind].flatMap(([field, measure, most]) => {
        const length = measure(texts.find(({ name }) => name === field)?.text ?? '');
        return length > most ? [`${field}: ${length} > ${most}`] : [];
      });
    };

    test.each(fills)('takes the message where all are %j (mistake 51)', async (fill) => {
      expect(await over(english, fill, 800)).toEqual([]);
    });

    // A link is left out where it is too long: those that are just short enough make the longest message.
    test.each([137, 187, 487])('takes it where all are of %i characters', async (size) => {
      expect(await over(korean, '가', size)).toEqual([]);
    });
  },
);

describe('a text that is cut', () => {
  const textOf = async (fill: string): Promise<string> =>
    (await rendered(worded.slack, english, flood(fill, 800))).find(({ name }) => name === 'text')?.text ?? '';

  test('ends with …', async () => {
    expect(await textOf('가')).toContain(`*${'가'.repeat(150)}…*`);
  });

  test('is cut behind what it is escaped to, never within', async () => {
    expect((await textOf('&')).replaceAll('&amp;', '')).not.toContain('&');
  });

  test('is whole where it is as long as there is room', async () => {
    const alerts = flood('가', 150);
    const texts = await rendered(worded.slack, english, alerts);
    expect(texts.find(({ name }) => name === 'text')?.text).toContain(`*${'가'.repeat(150)}*`);
  });
});

test('a link that is too long to be sent whole is left out', async () => {
  const texts = await rendered(worded.slack, english, flood('a', 800));
  expect(texts.find(({ name }) => name === 'text')?.text).not.toContain('https://');
});

test('a mail of SNS has a subject of ASCII alone, or it would be refused', async () => {
  const texts = await rendered(worded.sns, korean, flood('가', 5));
  expect(texts.find(({ name }) => name === 'subject')?.text).toMatch(/^[ -~]+$/);
});
