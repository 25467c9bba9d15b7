import { type DisplayValue, formattedValueToString } from '@grafana/data';
import { besides } from './fit.js';

interface BigProps {
  readonly value: DisplayValue;
  readonly size: number;
  readonly colour: string;
}

/** A value in large letters, its unit beside it in smaller ones. */
export const Big = ({ value: { prefix = '', text, suffix = '', ...value }, size, colour }: BigProps) => (
  <span
    class="big-value"
    title={formattedValueToString({ ...value, prefix, text, suffix })}
    style={{ fontSize: `${size}px`, color: colour }}
  >
    {prefix !== '' && <span style={{ fontSize: `${size * besides(size)}px` }}>{prefix}</span>}
    <span>{text}</span>
    {suffix !== '' && <span style={{ fontSize: `${size * besides(size)}px` }}>{suffix}</span>}
  </span>
);
