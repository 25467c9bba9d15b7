import { scrapeMetrics } from '../metrics/prometheus.js';
import type { MetricCatalog } from '../promql/metric/catalog.js';
import { type Duration, inSeconds } from '../promql/unit/duration.js';
import type { Service } from './service.js';
import { serviceLabels } from './service-labels.js';

/** How Prometheus gets an application's metrics: which Service it asks, how often, and what it finds there. */
export interface Scrape {
  readonly name: string;
  readonly service: Service;
  readonly port: string;
  readonly path: string;
  readonly interval: Duration;
  readonly timeout: Duration;
  /** Labels of the Service that are copied onto every series, so that queries may filter by them: see `withServiceLabels`. */
  readonly copiedLabels: readonly string[];
  /** What is exported there. A label of these that scraping sets too is the application's: see `collidingLabels`. */
  readonly metrics: readonly MetricCatalog[];
}

interface ScrapeSpec<P extends string> {
  /** What its ServiceMonitor is called: like the Service, unless there is another scrape of that. */
  readonly name?: string;
  readonly port: NoInfer<P>;
  readonly path?: string;
  readonly interval: Duration;
  readonly timeout?: Duration;
  readonly copiedLabels?: readonly string[];
  readonly metrics: readonly MetricCatalog[];
}

/**
 * The scrape of a Service's port.
 *
 * @throws Error when it may take longer than until the next one, or copies a label that the Service does not have.
 */
export const scrape = <P extends string>(of: Service<P>, spec: ScrapeSpec<P>): Scrape => {
  const { name = of.name, port, path = '/metrics', interval, timeout = '10s', metrics } = spec;
  const copiedLabels = [...new Set([...(spec.copiedLabels ?? []), ...metrics.flatMap(serviceLabels)])];
  const faults = [
    ...(inSeconds(timeout) > inSeconds(interval)
      ? [`timeout ${timeout} is longer than the interval ${interval}; make it shorter`]
      : []),
    ...(path.startsWith('/') ? [] : [`path '${path}' does not begin with /; write '/${path}'`]),
    ...copiedLabels
      .filter((label) => !(label in of.labels))
      .map(
        (label) => `the Service has no label ${label} to copy; it has ${Object.keys(of.labels).join(', ')}`,
      ),
  ];
  if (faults.length > 0) throw new Error(`scrape of Service ${of.name}: ${faults.join('; ')}`);
  return { name, service: of, port, path, interval, timeout, copiedLabels, metrics };
};

/** All that a scrape stores: what is exported there, and what Prometheus adds about the scrape itself. */
export const metricsOf = ({ metrics }: Scrape): readonly MetricCatalog[] => [...metrics, scrapeMetrics];
