import { describe, expect, test } from '@jest/globals';
import { rendered } from '#proof/notification/rendered.js';
import { secret } from '#ground/secret.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import type { Reader } from '#routing/message/reader.js';
import { utc } from '#routing/message/clock.js';

const team = slack({ url: secret('clinic-slack', 'url'), channel: '#clinic' });
const phone = pagerduty({ routingKey: secret('clinic-pagerduty', 'key') });
const reader: Reader = { language: 'en', clock: utc, severities: { page: 'critical', info: 'none' } };
const alertOf = (alertname: string, severity: string) => ({
  labels: { alertname, severity },
  annotations: { summary: `${alertname} is so` },
  startsAt: new Date('2026-06-14T18:12:00Z'),
});

const told = async (
  integration: typeof team | typeof phone,
  field: string,
  ...[first, ...others]: readonly [ReturnType<typeof alertOf>, ...ReturnType<typeof alertOf>[]]
) =>
  (await rendered(integration, reader, { alerts: [first, ...others] })).find(({ name }) => name === field)
    ?.text;

describe('a message of alerts whose severities are of others', () => {
  test.each([
    ['danger', 'page'],
    ['warning', 'info'],
    ['warning', 'warning'],
  ])('is coloured %s where it is %s', async (colour, severity) => {
    expect(await told(team, 'color', alertOf('DiskFull', severity))).toBe(colour);
  });

  test('wakes whoever is on call as gravely as it is', async () => {
    expect([
      await told(phone, 'severity', alertOf('DiskFull', 'page')),
      await told(phone, 'severity', alertOf('DiskFull', 'info')),
    ]).toEqual(['critical', 'warning']);
  });

  test('names first what is like critical', async () => {
    expect(await told(team, 'title', alertOf('A', 'info'), alertOf('B', 'page'))).toContain('B (page)');
  });
});
