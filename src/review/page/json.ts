import type { Comparison } from './comparison.js';
import { firstLine } from './first-line.js';

/** The same for programs: `{ firstLine, base, head, read, findings, dashboards, files }`, the worst finding first. */
export const json = (comparison: Comparison): string => {
  const { base, head, read, findings, dashboards, files } = comparison;
  return `${JSON.stringify({ firstLine: firstLine(findings), base, head, read, findings, dashboards, files }, undefined, 2)}\n`;
};
