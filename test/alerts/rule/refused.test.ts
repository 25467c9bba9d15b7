import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { type AlertSpec, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { keyed } from '#ground/keyed.js';
import { gauge } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import { count } from '#promql/unit/limit.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import type { Vector } from '#promql/vector/vector.js';
import { longQueue, queueing, waiting } from './stall.js';

const carried = ['severity', 'application', 'namespace', 'component', 'alertname', 'team'] as const;
const guests = gauge('stall_guests', { help: 'Guests who wait', labels: carried });

/** An alert on a signal with these labels. */
const on =
  <L extends string>(signal: Vector<L, 'count'>, spec: Partial<AlertSpec<L, 'count'>> = {}) =>
  () =>
    alert('Queueing', {
      limit: count(10),
      for: '2m',
      severity: 'warning',
      when: ({ limit }) => above(signal, limit),
      says: longQueue().spec.says,
      proof: () => ({
        fires: [{ when: 'many wait', series: [], labels: keyed(signal.labels, () => 'x'), value: '11' }],
        quiet: [{ when: 'few do', series: [] }],
      }),
      ...spec,
    });
const overwritten = (label: string) =>
  `when: its signal has a label ${label}, which the rule overwrites: of two alerts that differ by it alone Prometheus tells neither`;

describe('a signal is refused', () => {
  test.each(carried.slice(0, 5))('that has the label %s, which every rule sets', (label) => {
    expect(on(max(value(guests), { by: [label] }))).toThrow(overwritten(label));
  });
  test('that has a label which the alert says of itself', () => {
    expect(on(max(value(guests), { by: ['team'] }), { labels: { team: 'kitchen' } })).toThrow(
      overwritten('team'),
    );
  });
  test('whose namespace is one of several', () => {
    const several = guests.where({ namespace: ['stall-a', 'stall-b'] });
    expect(on(max(value(several), { by: ['namespace'] }))).toThrow(overwritten('namespace'));
  });
  test('whose namespace is any but one', () => {
    const another = guests.where({ namespace: not('stall') });
    expect(on(max(value(another), { by: ['namespace'] }))).toThrow(overwritten('namespace'));
  });
});

describe('a signal is not refused', () => {
  test('whose namespace is just one', () => {
    expect(on(max(value(guests.where({ namespace: 'stall' })), { by: ['namespace'] }))).not.toThrow();
  });
  test('that has a label which nobody sets', () => {
    expect(on(max(value(guests), { by: ['team'] }))).not.toThrow();
  });
});

describe('labels of its own are refused', () => {
  test.each(carried.slice(0, 5))('that say %s, as a program in JavaScript may', (label) => {
    const labels: Readonly<Record<string, string>> = { [label]: 'mine' };
    expect(on(max(value(guests)), { labels })).toThrow(
      `labels.${label}: its labels say ${label}, which every rule sets itself; leave it out`,
    );
  });
});

describe('a condition is refused', () => {
  test('that ignores its limit', () => {
    expect(() => longQueue({ when: () => above(max(value(waiting)), count(20)) })).toThrow(
      'when: its condition has the limit 20, and its limit is 10; write when: ({ limit }) => …',
    );
  });
  test('that reads a window where there is none', () => {
    expect(() => longQueue({ when: queueing().spec.when })).toThrow(
      "alert Queueing: it reads its window, and has none; give 'window'",
    );
  });
});

describe('a page is refused', () => {
  test('that names the value, which only a message knows', () => {
    const { says } = longQueue().spec;
    const english = inLanguage(says, 'en');
    const en: typeof english = (of) => ({ ...english(of), check: `See ${of.value}.` });
    expect(() => longQueue({ says: { ...says, en } })).toThrow(
      'says.en.check: its check names the value or a label, which a page does not know',
    );
  });
  test('that names a label, in each language', () => {
    const ofGuests = max(value(guests), { by: ['team'] });
    const said = ({ labels }: { readonly labels: { readonly team: string } }) => ({
      summary: 's',
      description: 'd',
      meaning: labels.team,
      impact: 'i',
      check: 'c',
      action: 'a',
    });
    expect(on(ofGuests, { says: { ko: said, en: said } })).toThrow(
      /says\.ko\.meaning: its meaning names[^]*says\.en\.meaning: its meaning names/,
    );
  });
});
