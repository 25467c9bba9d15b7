import type { VNode } from 'preact';
import './severity.css';

const known = ['critical', 'warning', 'info', 'none'];

/** What a severity is called in style sheets: one that is written elsewhere looks like a warning. */
const severityKind = (severity: string): string => (known.includes(severity) ? severity : 'warning');

/** A severity by its name, in its colour. */
export const Severity = ({ of }: { readonly of: string }): VNode => (
  <span class={`severity ${severityKind(of)}`}>{of}</span>
);
