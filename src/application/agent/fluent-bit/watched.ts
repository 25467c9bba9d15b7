import type { Duration } from '#ground/duration.js';
import { fluentBitMetrics } from '#metrics/fluent-bit.js';
import { type Scrape, scrape } from '#application/scrape.js';
import { type RenderedService, service } from '#application/service.js';
import { container, port } from './configuration.js';

/** What a Fluent Bit is watched by. */
export interface WatchedFluentBit {
  /** Stands before its pods, one on each node; to be among the Services of its application. */
  readonly service: RenderedService;
  /** To be among the scrapes of its application. */
  readonly scrape: Scrape;
}

/**
 * The Service and the scrape of an application's Fluent Bit, so that alerts can tell of logs that it drops or cannot send. Filebeat
 * has no such page: what it tells of itself is JSON, and `noLogsArriving` looks at what arrives.
 *
 * @param namespace where its pods are.
 */
export const watchedFluentBit = (
  application: string,
  namespace: string,
  interval: Duration = '30s',
): WatchedFluentBit => {
  const name = `${application}-${container}`;
  // As its pods are labelled.
  const labels = { 'app.kubernetes.io/name': name };
  const own = service(name, { namespaces: [namespace], labels, ports: { http: port } });
  return {
    service: { ...own, selector: labels },
    scrape: scrape(own, {
      port: 'http',
      path: '/api/v2/metrics/prometheus',
      interval,
      metrics: [fluentBitMetrics],
    }),
  };
};
