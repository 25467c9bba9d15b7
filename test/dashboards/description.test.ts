import { describe, expect, test } from '@jest/globals';
import { above } from '../../alerts/rule/condition.js';
import { stat } from '../../dashboards/panel/stat.js';
import { timeseries } from '../../dashboards/panel/timeseries.js';
import { percent } from '../../promql/unit/limit.js';
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

  test('with what happens at the limit of the alert that it draws', () => {
    expect(rendered(errors).description).toBe(
      'Requests answered.\n\n**ErrorsHigh** (critical) fires when it is > 5% for 5m.',
    );
  });

  test('so in Korean too', () => {
    expect(rendered(errors, { language: 'ko' }).description).toContain(
      '**ErrorsHigh** (critical): 값이 > 5%인 상태가 5m 이어지면 발생합니다.',
    );
  });
});
