import { type Code, called, verbatim } from '#incoming/code/code.js';
import type { Unit } from '#promql/unit/unit.js';

const words: Partial<Readonly<Record<Unit, string>>> = {
  count: 'count',
  ratio: 'ratio',
  bytes: 'bytes',
  cores: 'cores',
  perSecond: 'perSecond',
};

/** A number as the code says it. */
export const numberText = (value: number): string => String(value);

/** A whole number of mebibytes or gibibytes is said so. */
const bytesCode = (value: number): Code => {
  const [gibibyte, mebibyte] = [1024 ** 3, 1024 ** 2];
  if (value > 0 && value % gibibyte === 0) return called('gibibytes', verbatim(numberText(value / gibibyte)));
  if (value > 0 && value % mebibyte === 0) return called('mebibytes', verbatim(numberText(value / mebibyte)));
  return called('bytes', verbatim(numberText(value)));
};

const ratioCode = (value: number): Code => {
  const hundredth = Number((value * 100).toPrecision(12));
  const isPercent = Number((hundredth / 100).toPrecision(12)) === value && value !== 0;
  return isPercent
    ? called('percent', verbatim(numberText(hundredth)))
    : called('ratio', verbatim(numberText(value)));
};

/** A number in a unit: `percent(5)`, `seconds(30)`; nothing where there is no word for it. */
export const limitCode = (value: number, unit: Unit): Code | undefined => {
  if (!Number.isFinite(value)) return undefined;
  if (unit === 'boolean') return value === 1 ? verbatim('yes') : value === 0 ? verbatim('no') : undefined;
  if (unit === 'seconds') return value < 0 ? undefined : called('seconds', verbatim(numberText(value)));
  if (unit === 'bytes') return bytesCode(value);
  if (unit === 'ratio') return ratioCode(value);
  const word = words[unit];
  return word === undefined ? undefined : called(word, verbatim(numberText(value)));
};
