import { numberAt, objectAt, listAt, textAt } from '#ground/json.js';

/** One series of an answer: its labels, and its samples in the order of time, in seconds since 1970. */
export interface Answered {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly (readonly [at: number, value: number])[];
}

/** How many points Prometheus answers at the most for each series. */
const most = 10_000;

const texts = (from: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(objectAt(from)).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

const samplesOf = (series: unknown): readonly (readonly [number, number])[] =>
  listAt(series, 'values').flatMap((each) => {
    const [at, value] = [numberAt(each, 0), textAt(each, 1)];
    return at === undefined || value === undefined
      ? []
      : [[at, Number(value.replace('Inf', 'Infinity'))] as const];
  });

/** @throws Error with what Prometheus says, where it refuses the query. */
const asked = async (
  url: string,
  query: string,
  start: number,
  end: number,
  step: number,
): Promise<readonly Answered[]> => {
  const body = new URLSearchParams({ query, start: String(start), end: String(end), step: String(step) });
  const response = await fetch(`${url}/api/v1/query_range`, { method: 'POST', body });
  const answer: unknown = await response.json();
  if (!response.ok)
    throw new Error(`Prometheus refuses ${query}: ${textAt(answer, 'error') ?? response.statusText}`);
  return listAt(answer, 'data', 'result').map((each) => ({
    labels: texts(objectAt(each, 'metric')),
    samples: samplesOf(each),
  }));
};

/** What an expression is from `start` to `end`, both included, every `step` seconds; a long time is asked for in parts. */
export const rangeOf = async (
  url: string,
  query: string,
  { start, end, step }: { readonly start: number; readonly end: number; readonly step: number },
): Promise<readonly Answered[]> => {
  const parts: (readonly Answered[])[] = [];
  for (let from = start; from <= end; from += most * step)
    parts.push(await asked(url, query, from, Math.min(end, from + (most - 1) * step), step));
  const joined = new Map<
    string,
    { readonly labels: Answered['labels']; readonly samples: (readonly [number, number])[] }
  >();
  for (const { labels, samples } of parts.flat()) {
    const key = JSON.stringify(labels);
    const known = joined.get(key) ?? { labels, samples: [] };
    joined.set(key, known);
    for (const each of samples) known.samples.push(each);
  }
  return [...joined.values()];
};

/** All of these, so many at once. */
export const atOnce = async <T>(
  most: number,
  all: readonly T[],
  each: (one: T) => Promise<void>,
): Promise<void> => {
  const waiting = [...all];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await each(one);
  };
  await Promise.all(Array.from({ length: most }, next));
};
