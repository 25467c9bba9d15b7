import { describe, expect, test } from '@jest/globals';
import { above } from '#alerts/rule/condition.js';
import { stat } from '#dashboards/panel/stat.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { percent } from '#promql/unit/limit.js';
import { complement } from '#promql/vector/arithmetic.js';
import { alertOn, errorRatio, openBaskets, rendered } from './fixture.js';

const said = { ko: '열린 장바구니 수입니다.', en: 'Baskets that are open.' };
const errorsHigh = alertOn('ErrorsHigh', 'critical', above(errorRatio('5m'), percent(5)));
const errors = timeseries('Errors', { signal: errorRatio('5m'), limits: [errorsHigh] });

describe('a panel is described', () => {
  test('in the language of the dashboard', () => {
    const panel = stat('Baskets', { description: said, signal: openBaskets });
    expect(rendered(panel, { language: 'ko' }).description).toBe(said.ko);
  });

  test('by what its metrics say of themselves, where nothing better is said', () => {
    expect(rendered(stat('Baskets', { signal: openBaskets })).description).toBe('Baskets that are open.');
  });

  test('with what the alert means whose limit it draws', () => {
    expect(rendered(errors).description).toBe(
      'Requests answered.\n\n**ErrorsHigh** (critical, for 5m): It happens.',
    );
  });

  test('with what an alert means that has another limit', () => {
    const signal = complement(errorRatio('5m'));
    const panel = stat('Well', { signal, alerts: [errorsHigh] });
    expect(rendered(panel).description).toContain('**ErrorsHigh**');
  });

  test('so in Korean too', () => {
    expect(rendered(errors, { language: 'ko' }).description).toContain(
      '**ErrorsHigh** (critical, 5m 지속): It happens.',
    );
  });
});
