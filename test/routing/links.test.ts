import { describe, expect, test } from '@jest/globals';
import { rendered } from '#proof/notification/rendered.js';
import { utc } from '#routing/message/clock.js';
import { worded } from './every-kind.js';
import { alert, notification } from './notification.js';

/** Where the Alertmanager of a rendered notification is. */
const alertmanager = 'alertmanager.example.org';
const reader = { language: 'en', clock: utc } as const;
const unreachable = { ...reader, reachable: false } as const;

const bare = notification(alert({}, { summary: 'Shop is down' }));
const documented = notification(alert());

const linking = async (integration: (typeof worded)[keyof typeof worded], to: string, by: typeof reader) =>
  (await rendered(integration, by, bare)).filter(({ text }) => text.includes(to)).map(({ name }) => name);

describe.each(Object.values(worded).map((each) => [each.integration, each] as const))(
  'where Alertmanager cannot be reached, %s',
  (_, integration) => {
    test('links to it nowhere (mistake 51)', async () => {
      expect(await linking(integration, alertmanager, unreachable)).toEqual([]);
    });

    test('still links to what is to be done', async () => {
      const texts = await rendered(integration, unreachable, documented);
      expect(texts.map(({ text }) => text).join('\n')).toContain('https://runbooks.example.org/observer');
    });
  },
);

describe('where it can', () => {
  test('the title of a message in Slack leads to it, if not to what is to be done', async () => {
    expect(await linking(worded.slack, alertmanager, reader)).toEqual(['titleLink']);
  });

  test('the title of one in Slack leads to what is to be done', async () => {
    const texts = await rendered(worded.slack, reader, documented);
    expect(texts.find(({ name }) => name === 'titleLink')?.text).toBe(
      'https://runbooks.example.org/observer#ObserverHighErrorRate',
    );
  });

  test('Opsgenie names it as the source', async () => {
    expect(await linking(worded.opsgenie, alertmanager, reader)).toEqual(['source']);
  });
});
