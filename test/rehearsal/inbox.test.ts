import { describe, expect, test } from '@jest/globals';
import { inInbox } from '#rehearsal/page/inbox.js';
import { ofOne } from '#routing/alertmanager/configuration.js';
import { hosts } from '../estate.js';

const application = hosts
  .map((each) => each.application)
  .find(({ routing }) => 'everybody' in routing.receivers)!;
const rehearsed = { application, splits: false, meant: ofOne(application.routing) };
const seen = ['critical', 'warning'].map((severity) => ({
  labels: { alertname: `A ${severity} one`, severity },
}));

/** What is wrong with a message of an alert at a receiver. */
const wrongAt = (receiver: string, alert: string): string | undefined =>
  inInbox(
    {
      ...{
        id: '1',
        at: 0,
        receiver,
        medium: 'slack',
        to: '#anywhere',
        isResolved: false,
        alerts: [alert],
        body: {},
      },
      teller: `${receiver} slack_configs[0]`,
    },
    rehearsed,
    seen,
  ).wrong;

describe('a message in the inbox', () => {
  test('at the receiver that is meant for its alert is well', () => {
    expect(wrongAt('everybody', 'A critical one')).toBeUndefined();
  });

  test('at another says who is meant', () => {
    expect(wrongAt('everybody', 'A warning one')).toBe(
      'A warning one: slack is meant, and everybody was told',
    );
  });

  test('of an alert that was not seen says nothing', () => {
    expect(wrongAt('anybody', 'Watchdog')).toBeUndefined();
  });
});
