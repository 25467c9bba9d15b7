import { listAt, textAt, textsAt, valueAt } from '#browser/frame/read.js';
import type { Labels } from './legend.js';
import { inOrder } from './order.js';

/** A series with its samples: times in milliseconds since 1970. */
export interface Series {
  readonly labels: Labels;
  readonly times: readonly number[];
  readonly values: readonly number[];
}

export interface Answer {
  readonly series: readonly Series[];
  /** What Prometheus warns of. */
  readonly warnings: readonly string[];
}

/** What is asked of a Prometheus. Each rejects with what Prometheus said was wrong. */
export interface Prometheus {
  readonly range: (expr: string, start: number, end: number, step: number) => Promise<Answer>;
  readonly instant: (expr: string, time: number) => Promise<Answer>;
  readonly labelValues: (
    label: string,
    selector: string | undefined,
    from: number,
    to: number,
  ) => Promise<readonly string[]>;
  readonly labelNames: (from: number, to: number) => Promise<readonly string[]>;
  readonly series: (selector: string, from: number, to: number) => Promise<readonly Labels[]>;
}

/** Prometheus writes what JSON has no numbers for as text. */
const sampleOf = (text: unknown): number =>
  text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text);

const labelsOf = (given: unknown): Labels =>
  typeof given === 'object' && given !== null
    ? Object.fromEntries(Object.entries(given).map(([label, value]) => [label, String(value)]))
    : {};

const seriesOf = (labels: unknown, samples: readonly unknown[]): Series => ({
  labels: labelsOf(labels),
  times: samples.map((sample) => Number(listAt(sample)[0]) * 1000),
  values: samples.map((sample) => sampleOf(listAt(sample)[1])),
});

/** The series of an answer to a query, of whichever type it is. */
export const answerOf = (given: unknown): Answer => {
  const type = textAt(given, 'data', 'resultType');
  const result = listAt(given, 'data', 'result');
  const warnings = textsAt(given, 'warnings');
  if (type === 'scalar' || type === 'string') return { series: [seriesOf({}, [result])], warnings };
  return {
    series: result.map((one) => {
      const value = valueAt(one, 'value');
      return seriesOf(valueAt(one, 'metric'), value === undefined ? listAt(one, 'values') : [value]);
    }),
    warnings,
  };
};

/** What may be sent in place of `fetch`. */
export type Sent = (url: string, init?: RequestInit) => Promise<Response>;

const asked = async (send: Sent, url: string, init?: RequestInit): Promise<unknown> => {
  const response = await send(url, init);
  const text = await response.text();
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error(`${response.status} ${text.slice(0, 200) || response.statusText}`);
  }
  if (textAt(given, 'status') !== 'success') throw new Error(textAt(given, 'error') ?? `${response.status}`);
  return given;
};

/** The Prometheus below an address, which ends before `/api/v1`. */
export const prometheusAt = (base: string, send: Sent): Prometheus => {
  const post = (path: string, body: Readonly<Record<string, string>>): Promise<unknown> =>
    asked(send, `${base}/api/v1/${path}`, { method: 'POST', body: new URLSearchParams(body) });
  const span = (from: number, to: number) => ({
    start: String(Math.floor(from / 1000)),
    end: String(Math.ceil(to / 1000)),
  });
  return {
    range: async (query, start, end, step) =>
      answerOf(
        await post('query_range', {
          query,
          start: String(start),
          end: String(end),
          step: String(step / 1000),
        }),
      ),
    instant: async (query, time) => {
      const { series, warnings } = answerOf(await post('query', { query, time: String(time / 1000) }));
      return { series: inOrder(query, series), warnings };
    },
    labelValues: async (label, selector, from, to) => {
      const query = new URLSearchParams({ ...span(from, to), ...(selector && { 'match[]': selector }) });
      return textsAt(
        await asked(send, `${base}/api/v1/label/${encodeURIComponent(label)}/values?${query}`),
        'data',
      );
    },
    labelNames: async (from, to) => textsAt(await post('labels', span(from, to)), 'data'),
    series: async (selector, from, to) =>
      listAt(await post('series', { ...span(from, to), 'match[]': selector }), 'data').map(labelsOf),
  };
};
