import { describe, expect, test } from '@jest/globals';
import { coached } from '#browser/rehearsal/coach.js';
import { rehearsal, states } from './states.js';

const say = (state: keyof typeof states) => coached(states[state], '5 min', 'en').text;

describe('who rehearses is told', () => {
  test.each<[keyof typeof states, string]>([
    ['preparing', 'Prometheus reads an hour that was well.'],
    ['waiting', '“5xx over 5%” is on. Prometheus will see it when it scrapes next.'],
    ['firing', 'It fires. Prometheus hands it to Alertmanager.'],
    [
      'sent',
      'Told: Slack #shop-alerts, PagerDuty. Read the message and the runbook, then press the fault again to mend it.',
    ],
    ['resolved', 'Resolved. Everybody who was told hears of that too. Press another fault.'],
    ['wrong', 'A message went where it should not. SlowQueries went to #board-alerts.'],
  ])('what is going on: %s', (state, text) => {
    expect(say(state)).toBe(text);
  });

  test('that what was mended is not yet seen', () => {
    const mended = { ...states.sent, parts: states.first.parts, happened: [...states.sent.happened] };
    mended.happened.push({ ...mended.happened[0]!, what: 'mended' });
    expect(coached(mended, '5 min', 'en').text).toBe(
      'Mended. Once Prometheus sees it, the resolved message goes out.',
    );
  });

  test('that the resolved message is still to come', () => {
    const { happened } = states.resolved;
    const quiet = {
      ...states.resolved,
      alerts: states.resolved.alerts.map((each) => ({ ...each, stage: 'inactive' as const })),
      happened: happened.filter(({ what }) => what !== 'resolved'),
    };
    expect(coached(quiet, '5 min', 'en').text).toBe(
      'Mended. Once Prometheus sees it, the resolved message goes out.',
    );
  });

  test('that it was mended before anybody was told', () => {
    const mended = { ...states.pending, parts: states.first.parts, happened: [...states.pending.happened] };
    mended.happened.push({ ...mended.happened[0]!, what: 'mended' });
    expect(coached(mended, '5 min', 'en').text).toBe('Mended before anybody was told: nobody is called.');
  });

  test('to press what is critical first', () => {
    expect(coached(states.first, '', 'ko').press?.id).toBe('HighErrorRate/0');
  });

  test('to mend what was pressed once somebody was told', () => {
    expect(coached(states.sent, '', 'en').press).toMatchObject({ id: 'HighErrorRate/0', isOn: true });
  });

  test('that there is nothing to press', () => {
    expect(coached(rehearsal({ more: { parts: [] } }), '', 'en').text).toBe(
      'This application has no faults to press.',
    );
  });
});
