import type { BlackboxExporter } from '#application/exporter/blackbox.js';
import type { ProbeModule } from '#application/exporter/blackbox/module.js';
import { dnsProbeMetrics, httpProbeMetrics, probeMetrics, tlsProbeMetrics } from '#metrics/blackbox.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { Duration } from '#ground/duration.js';
import { refusal, refuse } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { endpointFaults } from './probed.js';
import { type StaticScrape, staticScrape } from './static.js';
import type { Through } from './through.js';

/** A scrape by which blackbox_exporter asks endpoints, in the way of one of its modules. */
export interface ProbeScrape extends StaticScrape {
  readonly through: Through;
  readonly module: string;
}

/** Whether targets are endpoints that blackbox_exporter asks: on Kubernetes there is a kind of object for those alone. */
export const isProbe = (scrape: StaticScrape): scrape is ProbeScrape => 'module' in scrape;

export interface ProbeSpec<M extends string> {
  /** Who asks: one of the application's exporters. */
  readonly through: BlackboxExporter<M>;
  /** In which of its ways. */
  readonly module: NoInfer<M>;
  /** What is asked: of an HTTP module URLs, `https://shop.example/health`, else hosts with their ports, `shop.example:5432`. */
  readonly targets: readonly [string, ...string[]];
  /** Labels of all its series, for those who look at them: `{ region: 'seoul' }`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How often it asks; every half a minute unless given. */
  readonly interval?: Duration;
  /** How long Prometheus waits for it, and so at most it for the endpoint, less half a second. */
  readonly timeout?: Duration;
  /** What its series are called by in the label `job`; as the operator calls them unless given, `probe/<namespace>/<name>`. */
  readonly job?: string;
}

const isOverTls = (module: ProbeModule, targets: readonly string[]): boolean => {
  switch (module.prober) {
    case 'http':
      return module.onlyHttps === true || targets.some((target) => target.startsWith('https://'));
    case 'tcp':
      return module.tls !== undefined;
    case 'dns':
      return false;
  }
};

/** What is told of endpoints that are asked so. */
const metricsOf = (module: ProbeModule, targets: readonly string[]): readonly MetricCatalog[] => [
  probeMetrics,
  ...(module.prober === 'http' ? [httpProbeMetrics] : []),
  ...(module.prober === 'dns' ? [dnsProbeMetrics] : []),
  ...(isOverTls(module, targets) ? [tlsProbeMetrics] : []),
];

/**
 * Asks endpoints from outside, as those do who use them: https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Probe.
 * An endpoint that does not answer is told by `probe_success`; `up` is 0 where the exporter itself does not answer.
 *
 * @throws Error on a module that the exporter does not have, on what its prober would not ask, and on what `staticScrape` refuses.
 */
export const probe = <const M extends string>(name: string, spec: ProbeSpec<M>): ProbeScrape => {
  const { through, module, targets, labels = {}, interval = '30s', timeout } = spec;
  const modules: Readonly<Record<string, ProbeModule>> = through.modules;
  const found = modules[module];
  if (found === undefined)
    throw refusal(`probe ${name}`, {
      what: module,
      code: 'no-such-word',
      why: `${through.name} has no module ${module}, and would answer with 400`,
      cure: instead(module, Object.keys(modules)),
    });
  refuse(`probe ${name}`, endpointFaults(found, targets));
  const { namespace } = through;
  const [first, ...others] = targets;
  const asked = { exporter: through.service, port: 'metrics' } as const;
  return {
    ...staticScrape(name, {
      job: spec.job ?? `probe/${namespace}/${name}`,
      namespace,
      targets: [{ address: first, labels }, ...others.map((address) => ({ address, labels }))],
      through: asked,
      params: { module: [module] },
      interval,
      ...(timeout !== undefined && { timeout }),
      metrics: metricsOf(found, targets),
    }),
    module,
    through: asked,
  };
};
