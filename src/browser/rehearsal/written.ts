import { formattedValueToString, getValueFormat } from '@grafana/data';

/** A value as Grafana writes it in its unit: `7.2%`, `350 ms`. */
export const written = (value: number, unit: string): string =>
  formattedValueToString(getValueFormat(unit === '' ? 'short' : unit)(value));
