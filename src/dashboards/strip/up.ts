import { inLanguage, type Language, type Localized } from '#ground/language.js';
import { type Expr, string } from '#promql/expr/ast.js';
import { mappings } from '#dashboards/mapping.js';
import type { OverrideModel, ThresholdsModel } from '#dashboards/model.js';
import { type Panel, panel } from '#dashboards/panel/panel.js';
import { presentValue } from '#dashboards/panel/reduce.js';
import { type Query, refId } from '#dashboards/query.js';
import type { Counted } from './facts.js';
import { aggregated, binary, on } from './promql.js';

const title: Localized = { ko: '동작 중', en: 'Up' };

const description: Localized = {
  ko: '수집 대상과 파드가 있어야 할 수 가운데 몇이 동작하는지입니다. 하나라도 없으면 그것을 알리는 알림의 심각도대로 칠합니다. 빨강은 critical, 노랑은 warning입니다.',
  en: 'How many of the targets and pods that should be there are up. Where one is missing, the colour is that of the alert on it: red is critical, yellow is warning.',
};

/** A number as a label of its one series, so that a legend may show it. */
const asLabel = (label: string, expr: Expr): Expr => aggregated('count_values', expr, [], string(label));

/** The share that is up, with both numbers as labels: Grafana has no way to write one value beside another. */
const shareOf = ({ up, of }: Counted): Expr =>
  binary(
    binary(binary(up, '/', of), '*', asLabel('up', up), on([], ['up'])),
    '*',
    asLabel('of', of),
    on([], ['of']),
  );

/** The colour where one is missing; all are there only at 1. */
const colors = (missing: 'red' | 'yellow'): ThresholdsModel => ({
  mode: 'absolute',
  steps: [
    { value: null, color: missing },
    { value: 1, color: 'green' },
  ],
});

/** What nobody is woken for. */
const lessGrave = ({ severity }: Counted, index: number): readonly OverrideModel[] =>
  severity === 'critical'
    ? []
    : [
        {
          matcher: { id: 'byFrameRefID', options: refId(index) },
          properties: [{ id: 'thresholds', value: colors('yellow') }],
        },
      ];

/** What is up, of how many: a tile each, in words and in colour. */
export const upPanel = (
  all: readonly Counted[],
  language: Language,
  width: number,
  height: number,
): Panel => {
  const made = panel(
    'stat',
    title[language],
    { description, key: 'strip-up' },
    {
      width,
      height,
      unit: 'percentunit',
      queries: all.map((each): Query => ({
        expr: shareOf(each),
        unit: 'ratio',
        // The numbers first: where there is little room the end of a name is cut off.
        legend: `{{up}}/{{of}} ${inLanguage(each.name, language)}`,
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
        orientation: 'auto',
        wideLayout: true,
        showPercentChange: false,
        percentChangeColorMode: 'standard',
      },
      defaults: {
        color: { mode: 'thresholds' },
        ...mappings({ 0: { text: 'DOWN' }, 1: { text: 'UP' } }),
        decimals: 0,
      },
      overrides: all.flatMap(lessGrave),
    },
  );
  return { ...made, defaults: { ...made.defaults, thresholds: colors('red') } };
};
