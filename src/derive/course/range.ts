import { unitOfName } from '#promql/unit/unit.js';

/** What values a metric takes in life, by its name. */
export interface Range {
  readonly least: number;
  readonly greatest: number;
  readonly isWhole: boolean;
}

const yesOrNo: Range = { least: 0, greatest: 1, isWhole: true };

/** Names that tell a yes or no. */
const tellsYesOrNo =
  /^up$|_(up|success|successful|ok|healthy|ready|enabled|available_bool|is_leader|paused|connected_bool|reachable|online|failed_bool)$|_(is|has)_[a-z]+$/;

/** What can be read of a metric's name about its values. */
export const rangeOf = (name: string): Range => {
  if (tellsYesOrNo.test(name)) return yesOrNo;
  if (name.endsWith('_info')) return { least: 1, greatest: 1, isWhole: true };
  if (/_(percent|percentage|pct)$/.test(name)) return { least: 0, greatest: 100, isWhole: false };
  const unit = unitOfName(name);
  if (unit === 'ratio') return { least: 0, greatest: 1, isWhole: false };
  if (/celsius|temperature|offset|_delta$|_diff|_db$|dbm|level/.test(name))
    return { least: -Infinity, greatest: Infinity, isWhole: false };
  return { least: 0, greatest: Infinity, isWhole: unit === 'bytes' };
};

export const isWithin = ({ least, greatest }: Range, value: number): boolean =>
  value >= least && value <= greatest;

/** Whether a metric of this name takes such a value in life. */
export const isLifelike = (name: string, value: number): boolean => {
  const range = rangeOf(name);
  return isWithin(range, value) && (!range.isWhole || Number.isInteger(value));
};

/** Names of what is measured and not counted. */
const tellsMeasure =
  /seconds|_ms$|millis|ratio|percent|pct|rate|load|usage|utili[sz]ation|latency|duration|time|temperature|celsius|score|fragmentation|average|avg|mean|quantile|:|volts?|amps?|watts?|joules?|bytes/i;

/** Whether a metric counts whole things, as far as its name tells. */
export const isOfWholes = (name: string): boolean => !tellsMeasure.test(name);
