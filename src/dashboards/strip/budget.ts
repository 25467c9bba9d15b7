import { inLanguage, type Language, type Localized } from '#ground/language.js';
import { type Panel, panel } from '#dashboards/panel/panel.js';
import { presentValue } from '#dashboards/panel/reduce.js';
import type { Query } from '#dashboards/query.js';
import type { BudgetLeft } from './facts.js';

const title: Localized = { ko: '남은 오류 예산', en: 'Error budget left' };

const description: Localized = {
  ko: 'SLO마다 남은 오류 예산입니다. 0% 아래면 목표를 지키지 못한 것입니다.',
  en: 'What is left of the error budget of each objective; under 0% the objective is missed.',
};

/** What is left of each error budget. */
export const budgetPanel = (
  budgets: readonly BudgetLeft[],
  language: Language,
  width: number,
  height: number,
): Panel => {
  const made = panel(
    'stat',
    title[language],
    { description, key: 'strip-budget' },
    {
      width,
      height,
      unit: 'percentunit',
      queries: budgets.map(({ title: called, left }): Query => ({
        expr: left,
        unit: 'ratio',
        legend: inLanguage(called, language),
        dashed: false,
      })),
      asking: { instant: true, format: 'time_series' },
      drawsLimits: false,
      options: {
        reduceOptions: presentValue,
        colorMode: 'value',
        graphMode: 'none',
        textMode: 'value_and_name',
        justifyMode: 'auto',
        orientation: 'horizontal',
        wideLayout: true,
        showPercentChange: false,
        percentChangeColorMode: 'standard',
      },
      defaults: { color: { mode: 'thresholds' }, decimals: 1, noValue: '–' },
    },
  );
  const steps = [
    { value: null, color: 'red' },
    { value: 0, color: 'green' },
  ];
  return { ...made, defaults: { ...made.defaults, thresholds: { mode: 'absolute', steps } } };
};
