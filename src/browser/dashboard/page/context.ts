import type { DashboardModel } from '#browser/dashboard/model/dashboard.js';
import { type Prometheus, prometheusAt } from '#browser/dashboard/query/prometheus.js';
import { pool } from '#browser/dashboard/query/pool.js';
import type { Known } from '#browser/dashboard/variable/interpolate.js';

/** What all panels of a page share; another one is another question. */
export interface Context {
  readonly model: DashboardModel;
  /** In milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Variables, and what is known of the range. */
  readonly known: Known;
  /** In seconds. */
  readonly scrapeInterval: number;
}

/** How many queries wait for an answer at once: as many connections as a browser has to a server. */
const sixAtOnce = pool(6);

/** The Prometheus behind the page, until somebody does not want to know any more. */
export const prometheusUntil = (signal: AbortSignal): Prometheus =>
  prometheusAt('prometheus', (url, init) =>
    sixAtOnce(() => {
      signal.throwIfAborted();
      return fetch(url, { ...init, signal });
    }),
  );

/** Whether something was given up on purpose. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
