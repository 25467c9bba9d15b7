import type { Fault } from '#ground/fault.js';
import type { PanelKind } from '#dashboards/model.js';
import type { Panel } from '#dashboards/panel/panel.js';
import type { Query } from '#dashboards/query.js';
import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';

/** Kinds that show a value as a number, which a reader compares with another. */
const numbers: readonly PanelKind[] = ['stat', 'gauge', 'bargauge'];

/** From here on a share is promised, and its last digits are what is decided by. */
const promised = 0.9;
const isPromise = (value: number): boolean => value >= promised && value < 1;

/** A share that stands beside others as it is: `query(constant(objective), 'objective')`. */
const constantOf = ({ expr, unit }: Query): readonly number[] => {
  const [argument] = expr.type === 'call' && expr.function === 'vector' ? expr.args : [];
  return unit === 'ratio' && argument?.type === 'number' ? [argument.value] : [];
};

/** The objectives that a panel shows: constants, and limits under which a share must not fall. */
const objectivesOf = ({ queries, drawing }: Panel): readonly number[] => [
  ...queries.flatMap(constantOf),
  ...drawing.lines.flatMap(({ operator, limit: { unit, value } }) =>
    unit === 'ratio' && operator.startsWith('<') ? [value] : [],
  ),
];

/** Digits after the point of a share in percent: one of 0.999. */
export const percentDigits = (share: number): number => {
  // Ten digits are more than a percentage has, and fewer than a float errs by.
  const [, digits = ''] = (share * 100).toFixed(10).replace(/0+$/, '').split('.');
  return digits.length;
};

/** Between an objective and its next digit lies the whole budget; two more digits show a hundredth of it. */
const more = 2;

/** Shares whose objective stands beside them, and that are rounded so far that a breach looks kept. */
export const decimalFaults = (panel: Panel): readonly Fault[] => {
  const objectives = objectivesOf(panel).filter(isPromise);
  if (!numbers.includes(panel.kind) || objectives.length === 0) return [];
  const needed = Math.max(...objectives.map(percentDigits)) + more;
  const { decimals } = panel.defaults;
  const strictest = humanize(ratio(Math.max(...objectives)));
  return (decimals ?? 0) >= needed
    ? []
    : [
        {
          where: 'decimals',
          what: decimals === undefined ? '' : `${decimals}`,
          code: 'objective-rounded-away',
          why: `${decimals === undefined ? 'as many as Grafana chooses' : decimals} do not tell ${strictest} from what just misses it`,
          cure: `write decimals: ${needed}`,
        },
      ];
};
