import { type Fault, below } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { type Shape, fields } from '#ground/shape.js';
import type { OverrideModel } from '#dashboards/model.js';
import type { Query } from '#dashboards/query.js';
import { call, number } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import { unitFaults } from '#promql/unit/in-unit.js';
import { type Limit, aLimit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';

/**
 * Where values are in health: from here on, up to there, or between both. Nobody is told of what lies beyond, which is what alerts are for;
 * whoever looks sees what is usual.
 */
export type ExpectedValues<U extends Unit> =
  { readonly from: Limit<U>; readonly to?: Limit<U> } | { readonly from?: Limit<U>; readonly to: Limit<U> };

const expectedFields = fields({}, { from: aLimit, to: aLimit });

/** Where values are expected, where types were put aside. */
export const expectedShape: Shape = (where, value) =>
  isObject(value) && (value['from'] !== undefined || value['to'] !== undefined)
    ? expectedFields(where, value)
    : [
        {
          where,
          what: '',
          code: 'missing-field',
          why: 'it says neither from where nor up to where values are expected',
          cure: 'write expected: { to: percent(1) }, or from: as well',
        },
      ];

const upsideDown = ({ from, to }: ExpectedValues<Unit>): readonly Fault[] =>
  from && to && from.value >= to.value
    ? [
        {
          where: 'expected',
          what: `${humanize(from)}–${humanize(to)}`,
          code: 'no-values-between',
          why: `no value is from ${humanize(from)} up to ${humanize(to)}`,
          cure: 'let from be less than to',
        },
      ]
    : [];

/** What is wrong with where values of a unit are expected. */
export const expectedFaults = (unit: Unit, expected: ExpectedValues<Unit>): readonly Fault[] => [
  ...Object.entries(expected).flatMap(([end, limit]) => below(`expected.${end}`, unitFaults(unit, limit))),
  ...upsideDown(expected),
];

/** A line at a value: a query, for a threshold has no name in a legend. */
const at = (limit: Limit, legend: string): Query => ({
  expr: call('vector', number(limit.value)),
  unit: limit.unit,
  dashed: true,
  legend,
});

/** The lines of where values are expected, the lower first: `expected < 1%`, `expected 10–100`. */
export const expectedQueries = ({ from, to }: ExpectedValues<Unit>): readonly Query[] => {
  if (from && to) return [at(from, `expected > ${humanize(from)}`), at(to, `expected < ${humanize(to)}`)];
  if (from) return [at(from, `expected > ${humanize(from)}`)];
  return to ? [at(to, `expected < ${humanize(to)}`)] : [];
};

/** How such lines are drawn beside being dashed: grey, as what values are held against, with the band between two of them filled. */
export const expectedProperties = (
  { from, to }: ExpectedValues<Unit>,
  index: number,
): OverrideModel['properties'] => [
  { id: 'color', value: { mode: 'fixed', fixedColor: 'text' } },
  ...(from && to && index === 1
    ? [
        { id: 'custom.fillBelowTo', value: `expected > ${humanize(from)}` },
        { id: 'custom.fillOpacity', value: 8 },
      ]
    : []),
];
