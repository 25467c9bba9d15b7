import { isObject } from '#ground/field.js';
import { UsageError } from '#ground/usage.js';
import type { Exported, ExportedMetric } from '#rules/against/exported.js';
import { fetched, urlOf } from './fetched.js';

/** Seconds back from now within which a series counts as there: what runs once a day is seen. */
const lookBack = 2 * 86_400;
/** So many questions are asked of a Prometheus at once. */
const atOnce = 8;

/** Which labels of which metrics rules read. */
export type Wanted = ReadonlyMap<string, readonly string[]>;

/** A selector of a metric by its name, whatever that is. */
const selectorOf = (name: string): string => `{__name__=${JSON.stringify(name)}}`;

/**
 * What a Prometheus has, by its HTTP API, https://prometheus.io/docs/prometheus/latest/querying/api/: the names of all metrics, and of those that
 * rules read the labels, with their values of those labels. Mimir, Thanos and Cortex answer the same.
 *
 * @param now Milliseconds since 1970.
 * @throws UsageError where it does not answer, or is none.
 */
export const exportedIn = async (address: string, wanted: Wanted, now = Date.now()): Promise<Exported> => {
  const source = urlOf(address).href.replace(/\/$/, '');
  const ask = (path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> =>
    dataOf(address, path, { start: String(Math.floor(now / 1_000) - lookBack), ...query });
  const texts = async (
    path: string,
    query?: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> => {
    const data = await ask(path, query);
    return Array.isArray(data) ? data.filter((each) => typeof each === 'string') : [];
  };
  const [names, metadata] = await Promise.all([
    texts('label/__name__/values'),
    dataOf(address, 'metadata', {}).catch(() => ({})),
  ]);
  const known = new Set(names);
  const labels = new Map(
    await inTurn(
      [...wanted].filter(([name]) => known.has(name)),
      async ([name, read]) => {
        const match = { 'match[]': selectorOf(name) };
        const has = (await texts('labels', match)).filter((label) => label !== '__name__');
        const values = await Promise.all(
          has.map(async (label): Promise<readonly [string, ReadonlySet<string>]> => [
            label,
            new Set(read.includes(label) ? await texts(`label/${label}/values`, match) : []),
          ]),
        );
        return [name, new Map(values)] as const;
      },
    ),
  );
  const metric = (name: string): ExportedMetric => ({
    type: typeIn(metadata, name),
    labels: labels.get(name) ?? new Map(),
  });
  return { source, isWhole: true, metrics: new Map(names.map((name) => [name, metric(name)])) };
};

/** The type of a family, by whichever target said it first; parts are told by their whole. */
const typeIn = (metadata: unknown, name: string): string => {
  for (const each of [name, name.replace(/_(bucket|sum|count|total)$/, '')]) {
    const [first]: readonly unknown[] =
      isObject(metadata) && Array.isArray(metadata[each]) ? metadata[each] : [];
    if (isObject(first) && typeof first['type'] === 'string') return first['type'];
  }
  return 'untyped';
};

const dataOf = async (
  address: string,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown> => {
  const url = urlOf(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/api/v1/${path}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  const text = await fetched(url, address);
  const answer = parsed(text);
  if (isObject(answer) && answer['status'] === 'success') return answer['data'];
  const why =
    isObject(answer) && typeof answer['error'] === 'string'
      ? answer['error']
      : 'its answer is no JSON of one';
  throw new UsageError([
    `${shown(address)} is no Prometheus: ${why}; write its address, e.g. http://localhost:9090`,
  ]);
};

const shown = (address: string): string => urlOf(address).href;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The same of each item, a few at once, in their order. */
const inTurn = async <T, R>(items: readonly T[], of: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const done: R[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    done.push(...(await Promise.all(items.slice(from, from + atOnce).map(of))));
  return done;
};
