/** A number as Prometheus writes it in a label: all its digits, without an exponent. */
export const decimal = (value: number): string => {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const text = Object.is(value, -0) ? '-0' : String(value);
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  return point <= 0
    ? `${sign}0.${'0'.repeat(-point)}${digits}`
    : sign +
        digits.padEnd(point, '0').slice(0, point) +
        (digits.length > point ? `.${digits.slice(point)}` : '');
};
