import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import { print } from '#promql/expr/print.js';
import { count } from '#promql/unit/limit.js';
import { longQueue, queueing } from './stall.js';

const alert = queueing();

describe('an alert with another limit', () => {
  const other = override(alert, { limit: count(20) });

  test('says it in its texts', () => {
    expect([other.texts.ko?.summary, other.texts.en?.summary]).toEqual(['20명 넘게', 'more than 20']);
  });
  test('has it in its expression', () => {
    expect(print(other.expr)).toMatch(/> 20$/);
  });
  test('has it in the condition that panels draw', () => {
    expect(other.condition.limit).toEqual(count(20));
  });
  test('is proven at it', () => {
    const { fires, quiet } = other.scenarios();
    expect([fires[0]?.when, quiet[0]?.when]).toEqual(['21 wait', '20 wait']);
  });
});

describe('an alert with another for', () => {
  const other = override(alert, { for: '15m' });

  test('says it in its texts', () => {
    expect(other.texts.en?.description).toBe('more than 10 for 15 minutes');
  });
  test('has it in its rule', () => {
    expect(other.for).toBe('15m');
  });
  test('is proven not to fire on what is over before', () => {
    expect(other.scenarios().quiet.flatMap(({ lasts }) => lasts ?? [])).toEqual(['870s']);
  });
});

describe('an alert with another window', () => {
  const other = override(alert, { window: '30m' });

  test('says it on its page', () => {
    expect([other.runbook.ko?.meaning, other.runbook.en?.meaning]).toEqual(['over 30분', 'over 30 minutes']);
  });
  test('has it in its expression', () => {
    expect(print(other.expr)).toContain('[30m]');
  });
  test('is proven to fire once the window is full', () => {
    expect(other.scenarios().fires[0]?.within).toBe('33m');
  });
});

test('an alert that goes on longer is a rule that does', () => {
  expect(override(alert, { keepFiringFor: '10m' }).keepFiringFor).toBe('10m');
});

test('an alert overridden twice keeps what the first said', () => {
  const twice = override(override(alert, { limit: count(20) }), { for: '15m' });
  expect(twice.texts.en?.description).toBe('more than 20 for 15 minutes');
});

test('a window of what looks at the present only is refused', () => {
  expect(() => override(longQueue(), { window: '10m' })).toThrow(
    'Queueing.window: Queueing looks at the present only; leave it out',
  );
});

test('a limit that cannot be reached is refused as when the alert is made', () => {
  expect(() => override(alert, { limit: count(-1) })).toThrow('it fires always');
});
