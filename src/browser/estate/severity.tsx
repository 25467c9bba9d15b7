import type { VNode } from 'preact';

/** How grave an alert is, as a badge. */
export const Severity = ({ severity }: { readonly severity: string }): VNode => (
  <span class={`severity ${severity}`}>{severity}</span>
);

const order = ['critical', 'warning'];

/** By which alerts are sorted: the gravest first. */
export const gravity = (severity: string): number => {
  const at = order.indexOf(severity);
  return at < 0 ? order.length : at;
};
