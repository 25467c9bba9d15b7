import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { type LabelMatcher, type Match, matcher, textsOf } from '#promql/metric/match.js';
import { logLevels, streamLabels, structuredMetadata } from './labels.js';

/** What labels are compared with, by their names, as a caller gives them. */
export type Asked = Readonly<Record<string, Match | undefined>>;

/** Labels as matchers, in the order in which they were given. */
export const matchersOf = (asked: Asked): readonly LabelMatcher[] =>
  Object.entries(asked).flatMap(([label, match]) => (match === undefined ? [] : [matcher(label, match)]));

const list = (names: readonly string[]): string => names.join(', ');
const includes = (names: readonly string[], name: string): boolean => names.includes(name);

/** A label of a stream selector that no agent sets: of it Loki finds no stream, and says nothing. */
export const selectorFault = (where: string, label: string): readonly Fault[] => {
  if (includes(streamLabels, label)) return [];
  const isMetadata = includes(structuredMetadata, label);
  return [
    {
      where,
      what: label,
      code: 'no-such-label',
      why: isMetadata
        ? `${label} is structured metadata, which selects no streams: Loki finds none`
        : `no stream has a label ${label}; Fluent Bit sets ${list(streamLabels)}`,
      cure: isMetadata
        ? `ask for it behind the selector: | ${label}="…", which withMetadata(lines, { ${label}: '…' }) writes`
        : `${instead(label, [...streamLabels, ...structuredMetadata])}; what a line itself says is asked for by withField(lines, '${label}', …)`,
    },
  ];
};

/** Levels that no line has. */
export const levelFaults = (where: string, level: Match | undefined): readonly Fault[] =>
  (level === undefined ? [] : textsOf(level))
    .filter((text) => !includes(logLevels, text))
    .map((text) => ({
      where,
      what: text,
      code: 'no-such-value',
      why: `a level is never '${text}'`,
      cure: instead(text, logLevels),
    }));
