import type { Scraped, Series, World } from '#derive/engine/world.js';

const at =
  (interval: number, ...values: readonly Scraped[]) =>
  (seconds: number): Scraped =>
    values[Math.round(seconds / interval)];

const counted = (scrapes: number, step: number, from = 0): readonly number[] =>
  Array.from({ length: scrapes }, (_, i) => from + i * step);

const series = (
  name: string,
  labels: Readonly<Record<string, string>>,
  values: readonly Scraped[],
): Series => ({
  name,
  labels,
  at: at(30, ...values),
});

const none = (scrapes: number): readonly undefined[] => Array.from({ length: scrapes }, () => undefined);

/** An hour of a shop, scraped every half minute: counters that begin late, restart and end, gauges with gaps, a histogram. */
export const shop: World = {
  interval: 30,
  series: [
    series('requests_total', { job: 'shop', code: '200' }, counted(121, 30)),
    series('requests_total', { job: 'shop', code: '500' }, [...none(10), ...counted(111, 3, 1)]),
    series('requests_total', { job: 'bakery', code: '200' }, [
      ...counted(40, 7.5, 100),
      ...none(3),
      ...counted(78, 2),
    ]),
    series('requests_total', { job: 'bakery', code: '500' }, [
      ...counted(60, 0),
      'stale',
      ...none(20),
      ...counted(40, 1, 5),
    ]),
    series(
      'seats',
      { job: 'shop', room: 'hall' },
      counted(121, 0).map((_, i) => 20 + ((i * 7) % 13) * 0.1),
    ),
    series('seats', { job: 'shop', room: 'bar' }, counted(121, -0.25, 25)),
    series('seats', { job: 'bakery', room: 'hall' }, [...counted(90, 0, 7), ...none(31)]),
    series('owner', { job: 'shop', team: 'sea' }, counted(121, 0, 1)),
    series('owner', { job: 'bakery', team: 'land' }, counted(121, 0, 1)),
    series('up', { job: 'shop', instance: 'a:1' }, counted(121, 0, 1)),
    series(
      'up',
      { job: 'shop', instance: 'b:1' },
      counted(121, 0).map((_, i) => (i % 17 < 4 ? 0 : 1)),
    ),
    series('up', { job: 'bakery', instance: 'a:1' }, [...counted(100, 0, 1), ...counted(21, 0)]),
    ...Object.entries({ '0.1': 3, '0.5': 7, '2.5': 9, '+Inf': 10 }).flatMap(([le, step]) => [
      series('latency_seconds_bucket', { job: 'shop', le }, counted(121, step)),
      series('latency_seconds_bucket', { job: 'bakery', le }, counted(121, le === '+Inf' ? 4 : 0)),
    ]),
    series(
      'finished_timestamp_seconds',
      { job: 'shop' },
      counted(121, 0).map((_, i) => Math.floor(i / 20) * 600),
    ),
  ],
};
