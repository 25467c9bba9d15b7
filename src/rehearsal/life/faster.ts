import { parser } from '@prometheus-io/lezer-promql';
import { isScalar, parseDocument, visit } from 'yaml';
import {
  type Duration,
  duration,
  durationFault,
  durationRefusal,
  inSeconds,
  isDuration,
} from '#ground/duration.js';

/** The fields of prometheus.yml, of a rule file and of alertmanager.yml that hold a length of time. */
const fields: ReadonlySet<unknown> = new Set([
  'scrape_interval',
  'scrape_timeout',
  'evaluation_interval',
  'interval',
  'query_offset',
  'for',
  'keep_firing_for',
  'resolve_timeout',
  'group_wait',
  'group_interval',
  'repeat_interval',
]);

/** Functions of PromQL whose value is by the second. */
const perSecond: ReadonlySet<string> = new Set(['rate', 'irate', 'deriv']);

/** So many times as short; what is no duration is refused. A length that is not nothing stays one. */
export const shorter = (text: string, factor: number): Duration => {
  if (!isDuration(text)) throw durationRefusal(text, durationFault(text) ?? '');
  const seconds = inSeconds(text);
  return duration(seconds === 0 ? 0 : Math.max(0.001, seconds / factor));
};

/** How fast whoever is scraped lives. */
export type Scraped = 'lives faster too' | 'lives as we do';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What changes of a PromQL text, in the order of its places. */
const edits = (expr: string, factor: number, scraped: Scraped): readonly Edit[] => {
  const found: Edit[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === 'NumberDurationLiteralInDurationContext')
        found.push({ from, to, text: shorter(expr.slice(from, to), factor) });
      if (name !== 'FunctionCall' || scraped === 'lives as we do') return;
      const called = node.getChild('FunctionIdentifier');
      if (called === null || !perSecond.has(expr.slice(called.from, called.to))) return;
      found.push({ from, to: from, text: '(' }, { from: to, to, text: ` / ${factor})` });
    },
  });
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to);
};

/**
 * A PromQL text for a life that goes so many times as fast: its windows, steps and offsets are as many times as short. Where whoever is
 * scraped lives so too, what it reckons by the second is divided, for in a second of ours that many pass there. Nothing else is touched.
 */
export const fasterExpr = (expr: string, factor: number, scraped: Scraped = 'lives as we do'): string => {
  if (factor === 1) return expr;
  let [faster, end] = ['', 0];
  for (const { from, to, text } of edits(expr, factor, scraped)) {
    faster += expr.slice(end, from) + text;
    end = to;
  }
  return faster + expr.slice(end);
};

/**
 * The text of prometheus.yml, of a rule file or of alertmanager.yml with every length of time in it so many times as short, to
 * the millisecond: what takes minutes in life takes seconds, in the same order. Limits stay: where whoever is scraped lives as we do, a
 * rate is the same over a shorter window, but a number of events in a window is not.
 *
 * @param before What is done to each expression first.
 * @throws Error on a length of time that this project does not write, such as `1h30m`.
 */
export const faster = (
  text: string,
  factor: number,
  scraped: Scraped = 'lives as we do',
  before: (expr: string) => string = (expr) => expr,
): string => {
  const document = parseDocument(text);
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !isScalar(value)) return;
      const { value: written } = value;
      if (typeof written !== 'string') return;
      if (fields.has(key.value)) value.value = shorter(written, factor);
      if (key.value === 'expr') value.value = fasterExpr(before(written), factor, scraped);
    },
  });
  return document.toString({ lineWidth: 0 });
};
