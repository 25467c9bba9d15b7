import { quoted } from '#promql/expr/string-text.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Lines, Stage } from './lines.js';
import type { AnyLogSignal } from './signal.js';

const matched = ({ label, operator, value }: LabelMatcher): string => `${label}${operator}${quoted(value)}`;

const stage = (each: Stage): string => {
  switch (each.type) {
    case 'line':
      return `${each.operator} ${quoted(each.text)}`;
    case 'metadata':
      return `| ${matched(each.matcher)}`;
    // A line that is no JSON has an error instead, by which a whole query that counts would fail.
    case 'field':
      return `| json ${each.matcher.label}=${quoted(each.matcher.label)} | __error__="" | ${matched(each.matcher)}`;
  }
};

/** The selector of streams alone: `{namespace="shop"}`. */
export const printSelector = ({ selector }: Pick<Lines, 'selector'>): `{${string}}` =>
  `{${selector.map(matched).join(', ')}}`;

/** Lines as LogQL asks for them: `{namespace="shop"} |= "timeout"`. */
export const printLines = (lines: Lines): string =>
  [printSelector(lines), ...lines.stages.map(stage)].join(' ');

/** Numbers of lines as LogQL asks for them: `sum by (app) (rate({namespace="shop"}[5m]))`. */
export const printSignal = ({ function: name, lines, window, by }: AnyLogSignal): string => {
  const space = lines.stages.length > 0 ? ' ' : '';
  const range = `${name}(${printLines(lines)}${space}[${window}])`;
  return by.length === 0 ? `sum(${range})` : `sum by (${by.join(', ')}) (${range})`;
};
