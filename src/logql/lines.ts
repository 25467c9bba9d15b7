import { refuse } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { type LabelMatcher, type Match, type Not, matcher, re2Source } from '#promql/metric/match.js';
import { re2Fault } from '#promql/metric/re2.js';
import { type LogLevel, type StructuredMetadata, streamLabels, structuredMetadata } from './labels.js';
import { levelFaults, matchersOf, selectorFault } from './matched.js';

/** How a line's text is looked through: for a text, or for a pattern anywhere in it. */
export const lineOperators = ['|=', '!=', '|~', '!~'] as const;

/** What becomes of lines behind the selector of their streams, https://grafana.com/docs/loki/latest/query/log_queries/. */
export type Stage =
  | { readonly type: 'line'; readonly operator: (typeof lineOperators)[number]; readonly text: string }
  | { readonly type: 'metadata'; readonly matcher: LabelMatcher }
  /** A field of lines that are JSON, by its name at the top; lines that are none are left out. */
  | { readonly type: 'field'; readonly matcher: LabelMatcher };

/** Lines of the streams that a selector finds, as far as they pass its stages. */
export interface Lines {
  readonly selector: readonly LabelMatcher[];
  readonly stages: readonly Stage[];
}

/** Which namespaces an agent reads, by what it is described by. */
export interface Reading<N extends string> {
  readonly namespaces: readonly [N, ...N[]];
}

/** Which of an agent's streams are meant; all, unless told. */
export interface Streams<N extends string> {
  readonly namespace?: N | readonly N[];
  /** What owns the pods: a Deployment, mostly. */
  readonly app?: string | RegExp | readonly string[] | Not<string>;
  readonly level?: LogLevel | readonly LogLevel[] | Not<LogLevel>;
}

/**
 * What an agent sends, `{namespace="shop", level="error"}`: it names no label that the agent does not set, no level that no line has, and
 * no namespace that the agent does not read.
 *
 * @throws Error on these; structured metadata is asked for behind the selector, by `withMetadata`.
 */
export const logLines = <N extends string>(
  { namespaces }: Reading<N>,
  streams: Streams<NoInfer<N>> = {},
): Lines => {
  const { namespace = namespaces, ...others } = streams;
  const read: readonly string[] = namespaces;
  const asked: readonly string[] = typeof namespace === 'string' ? [namespace] : namespace;
  const unread = asked.filter((each) => !read.includes(each));
  refuse('logLines', [
    ...Object.keys(streams).flatMap((label) => selectorFault(label, label)),
    ...levelFaults('level', streams.level),
    ...unread.map((each) => ({
      where: 'namespace',
      what: each,
      code: 'no-such-value' as const,
      why: `the agent reads nothing of namespace ${each}`,
      cure: instead(each, read),
    })),
  ]);
  return { selector: matchersOf({ namespace: asked, ...others }), stages: [] };
};

const passed = (lines: Lines, ...stages: readonly Stage[]): Lines => ({
  ...lines,
  stages: [...lines.stages, ...stages],
});

/** Lines that hold a text, `|= "timeout"`, or of which a part is as a pattern says, `|~ "timeout|refused"`. */
export const containing = (lines: Lines, what: string | RegExp): Lines =>
  passed(lines, looked(what, '|=', '|~'));

/** Lines that do not. */
export const lacking = (lines: Lines, what: string | RegExp): Lines =>
  passed(lines, looked(what, '!=', '!~'));

const looked = (what: string | RegExp, text: '|=' | '!=', pattern: '|~' | '!~'): Stage => {
  if (typeof what === 'string') return { type: 'line', operator: text, text: what };
  const source = re2Source(what, 'a line filter');
  const fault = re2Fault(source);
  refuse(
    'a line filter',
    fault === undefined
      ? []
      : [
          {
            where: '',
            what: source,
            code: 'bad-regex',
            why: `Loki does not read it: ${fault}`,
            cure: 'write it in RE2',
          },
        ],
  );
  return { type: 'line', operator: pattern, text: source };
};

/**
 * Lines of which structured metadata says so: `| pod="shop-0"`.
 *
 * @throws Error on what is none: labels are asked for in the selector.
 */
export const withMetadata = (
  lines: Lines,
  metadata: { readonly [M in StructuredMetadata]?: Exclude<Match, { readonly variable: string }> },
): Lines => {
  refuse(
    'withMetadata',
    Object.keys(metadata)
      .filter((label) => !structuredMetadata.some((each) => each === label))
      .map((label) => ({
        where: label,
        what: label,
        code: 'no-such-label',
        why: `${label} is no structured metadata that Fluent Bit sends: ${structuredMetadata.join(', ')}`,
        cure: streamLabels.some((each) => each === label)
          ? `it is a label: logLines(agent, { ${label}: '…' })`
          : instead(label, structuredMetadata),
      })),
  );
  return passed(lines, ...matchersOf(metadata).map((each): Stage => ({ type: 'metadata', matcher: each })));
};

/**
 * Lines in JSON of which a field at the top says so: `| json event="event" | __error__="" | event="payment_failed"`.
 *
 * @throws Error on what Loki knows of a line anyway, and on what is no name of a field.
 */
export const withField = (
  lines: Lines,
  field: string,
  match: Exclude<Match, { readonly variable: string }>,
): Lines => {
  const known = [...streamLabels, ...structuredMetadata].some((each) => each === field);
  refuse('withField', [
    ...(known
      ? [
          {
            where: field,
            what: field,
            code: 'no-such-label' as const,
            why: `${field} is known of each line without reading it`,
            cure: 'ask for it by logLines(…) or withMetadata(…)',
          },
        ]
      : []),
    ...(/^[a-zA-Z_]\w*$/.test(field)
      ? []
      : [
          {
            where: '',
            what: field,
            code: 'bad-label-name' as const,
            why: `'${field}' is no name that LogQL gives a field`,
            cure: 'use letters, digits and _',
          },
        ]),
  ]);
  return passed(lines, { type: 'field', matcher: matcher(field, match) });
};
