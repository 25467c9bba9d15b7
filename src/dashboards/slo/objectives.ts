import { burnRate } from '#alerts/slo/burn-alert.js';
import type { AnySlo } from '#alerts/slo/slo.js';
import { byKey } from '#ground/by-key.js';
import { inSeconds } from '#ground/duration.js';
import { refusal } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { humanize } from '#promql/unit/humanize.js';
import { count, ratio, seconds } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { clampMin, divide, multiply } from '#promql/vector/arithmetic.js';
import { compare } from '#promql/vector/compare.js';
import { labelReplace, withLabel } from '#promql/vector/label-replace.js';
import { constant, or } from '#promql/vector/set.js';
import type { Vector } from '#promql/vector/vector.js';
import { mappings } from '#dashboards/mapping.js';
import type { MappingModel, OverrideModel, TransformationModel } from '#dashboards/model.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { table } from '#dashboards/panel/table.js';
import { type Alerts, pages, watchedBy } from './alerts.js';
import { keptOf, leftOf } from './budget.js';
import { decimalsBeside } from './decimals.js';

/** An objective with its alerts as the application has them. */
interface Shown {
  readonly objective: AnySlo;
  readonly alerts: Alerts;
}

/** What pages of an objective on which nobody is called at once. */
const nothing = 'nothing';

/** What pages, as a cell says it: the paces, and over how long each must last. */
const pagesAt = ({ objective, alerts }: Shown): string =>
  watchedBy(objective, alerts)
    .filter(pages)
    .flatMap(({ long, told }) => (told ? [`${humanize(count(told.factor))} over ${long}`] : []))
    .join(', ') || nothing;

/** How fast a budget burns now: over the shortest window that is recorded of it. */
const burningNow = ({ recorded, budget, burnRates }: AnySlo): Vector<never, 'count'> =>
  burnRate(recorded, budget.share, burnRates[0]?.short ?? budget.window);

/**
 * How long what is left of a budget lasts at the pace of now; as long as the window where it burns no faster than it may, for then it lasts:
 * what failed long ago leaves the window as fast as failures come.
 */
const spentIn = (objective: AnySlo): Vector<never, 'seconds'> => {
  const window = seconds(inSeconds(objective.budget.window));
  return or(
    divide(
      multiply(clampMin(leftOf(objective), ratio(0)), window),
      compare(burningNow(objective), '>', count(1)),
    ),
    constant(window),
  );
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The rows of a column: one for each objective, called by its title, with what pages beside it. */
const column = <U extends Unit>(
  shown: readonly [Shown, ...Shown[]],
  of: (objective: AnySlo) => Vector<never, U>,
): Vector<'objective' | 'pages', U> => {
  const row = ({ objective }: Shown) => withLabel(of(objective), 'objective', objective.title.en);
  const [first, ...others] = shown;
  const rows = others.reduce((all, each) => or(all, row(each)), row(first));
  const paging = byKey(shown, pagesAt);
  const titled = (same: readonly Shown[]): RegExp =>
    paging.size === 1 ? /.*/ : new RegExp(same.map(({ objective }) => escaped(objective.title.en)).join('|'));
  const beside = (vector: Vector<'objective', U>, pace: string): Vector<'objective' | 'pages', U> =>
    labelReplace(vector, {
      to: 'pages',
      replacement: pace,
      from: 'objective',
      pattern: titled(paging.get(pace) ?? []),
    });
  const [pace, ...paces] = paging.keys();
  return paces.reduce<Vector<'objective' | 'pages', U>>(
    (all, each) =>
      labelReplace(all, {
        to: 'pages',
        replacement: each,
        from: 'objective',
        pattern: titled(paging.get(each) ?? []),
      }),
    beside(rows, pace ?? nothing),
  );
};

const of = (heading: string, ...properties: OverrideModel['properties'][number][]): OverrideModel => ({
  matcher: { id: 'byName', options: heading },
  properties,
});

/** What stands in place of a window's length, which no budget that burns too fast lasts. */
const lasting = (shown: readonly Shown[]): readonly MappingModel[] =>
  mappings(
    Object.fromEntries(
      shown.map(({ objective: { budget } }) => [inSeconds(budget.window), { text: 'lasts' }] as const),
    ),
  ).mappings ?? [];

/** Red is the number of a budget that is overspent. */
const overspent: OverrideModel['properties'] = [
  {
    id: 'thresholds',
    value: {
      mode: 'absolute',
      steps: [
        { value: null, color: 'red' },
        { value: 0, color: 'text' },
      ],
    },
  },
  { id: 'color', value: { mode: 'thresholds' } },
  { id: 'custom.cellOptions', value: { type: 'color-text' } },
];

/** The same columns with one of them at the end. */
const withLast =
  (last: string) =>
  (given: TransformationModel): TransformationModel => {
    const { options } = given;
    if (given.id !== 'organize' || !isObject(options) || !isObject(options['indexByName'])) return given;
    const indexByName = options['indexByName'];
    return {
      ...given,
      options: { ...options, indexByName: { ...indexByName, [last]: Object.keys(indexByName).length } },
    };
  };

/**
 * All objectives, a row each, that of which the least is left first: what is promised, what it was, what is left of the budget, how fast it
 * burns now, how long it lasts so, and what would page.
 */
export const sloTable = (
  objectives: readonly AnySlo[],
  alertsOf: (objective: AnySlo) => Alerts = ({ alerts }) => alerts,
): Panel => {
  const [first, ...others] = objectives.map((objective) => ({ objective, alerts: alertsOf(objective) }));
  if (!first)
    throw refusal('sloTable', {
      what: '[]',
      code: 'holds-nothing',
      why: 'there is no objective',
      cure: 'give it those of the application: sloTable(Object.values(slos))',
    });
  const shown = [first, ...others] as const;
  const given = table('Objectives', {
    description: {
      ko: '목표마다 한 줄이며, 오류 예산이 가장 적게 남은 것이 맨 위입니다. Now는 목표 기간 동안의 실제 값, Burning Now는 기록하는 가장 짧은 기간에 예산이 허용 속도의 몇 배로 줄고 있는지, Spent In은 그 속도로 예산이 바닥날 때까지 남은 시간입니다. 허용 속도보다 느리면 바닥나지 않으므로 lasts입니다. Pages At은 당장 사람을 부르는 속도입니다.',
      en: 'A row for each objective, the one with the least error budget left first. Now is what it was over the window of the objective, Burning Now how many times as fast as it may the budget burns over the shortest window that is recorded, and Spent In how long what is left lasts at this pace: where it burns no faster than it may, it lasts. Pages At is at which paces somebody is called at once.',
    },
    columns: { objective: 'Objective', pages: 'Pages At' },
    numbers: {
      Target: column(shown, ({ objective }) => constant(objective)),
      Now: column(shown, keptOf),
      'Budget Left': column(shown, leftOf),
      'Burning Now': column(shown, burningNow),
      'Spent In': column(shown, spentIn),
    },
    width: 24,
    height: Math.min(12, shown.length + 2),
  });
  const digits = Math.max(...shown.map(({ objective }) => decimalsBeside(objective.objective)));
  return {
    ...given,
    options: { ...given.options, sortBy: [{ displayName: 'Budget Left', desc: false }] },
    overrides: [
      ...given.overrides,
      of('Target', { id: 'decimals', value: digits - 2 }),
      of('Now', { id: 'decimals', value: digits }),
      of('Budget Left', { id: 'decimals', value: 1 }, ...overspent),
      of('Burning Now', { id: 'decimals', value: 2 }),
      of('Spent In', { id: 'decimals', value: 1 }, { id: 'mappings', value: lasting(shown) }),
    ],
    transformations: given.transformations.map(withLast('pages')),
  };
};
