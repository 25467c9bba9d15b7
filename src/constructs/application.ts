import { Chart } from 'cdk8s/lib/chart.js';
import type { Construct, IConstruct } from 'constructs';
import { type Evaluation, byPrometheus } from '#alerts/rule/evaluation.js';
import type { Application as Description } from '#application/application.js';
import { isRendered } from '#application/service.js';
import type { Platform } from '#platform/platform.js';
import { BroughtDatasources } from './brought-datasources.js';
import { collectorsOf } from '#application/tracing/collector.js';
import { Collector } from './collector.js';
import { Dashboards } from './dashboards.js';
import { Exporter } from './exporter.js';
import { LoggingAgent } from './logging-agent.js';
import { type Scraper, prometheusIn } from '#application/network/scraper.js';
import { LogRules } from './log-rules.js';
import { Network } from './network/network.js';
import { Routing } from './routing.js';
import { Rules } from './rules.js';
import { scrapedBy } from './scraped-by.js';
import { markSelected } from './selected.js';
import { Service } from './service.js';
import { type WrittenAs, forPrometheus } from './written-as.js';

/** What a cluster makes of an application; nothing in a cdk8s App of others. */
export interface Surroundings {
  /** Who evaluates its rules. */
  readonly evaluation?: Evaluation;
  /** As which kinds, where whoever scrapes is not the Prometheus of its release. */
  readonly as?: WrittenAs;
  /** What selects its objects and shows its dashboards. */
  readonly platform?: Platform;
  /** Who scrapes its pods, where that is not the Prometheus of the usual namespace. */
  readonly scraper?: Scraper;
}

/**
 * Everything that one application is monitored by, in one chart: ServiceMonitors, PrometheusRules, an AlertmanagerConfig,
 * dashboards, exporters and a logging agent with their network policies, and the Services that it renders. The kube-prometheus-stack finds
 * them by the label `release`, or by what its platform selects, where that is known.
 */
export class Application extends Chart {
  readonly #isOurs = true;

  /** Of charts `instanceof` says no more than that they are charts. */
  static isApplication(construct: IConstruct): construct is Application {
    return #isOurs in construct && construct.#isOurs;
  }

  constructor(
    scope: Construct,
    readonly description: Description,
    { evaluation = byPrometheus, as = forPrometheus, platform, scraper = prometheusIn() }: Surroundings = {},
  ) {
    const { name, namespace, agentNamespace, release, logs, network } = description;
    const sidecar = platform?.grafana?.sidecar;
    super(scope, name, {
      namespace,
      disableResourceNameHashes: true,
      labels: {
        release: platform?.release ?? release,
        'app.kubernetes.io/part-of': name,
        'app.kubernetes.io/managed-by': 'cheomseong',
      },
    });
    description.services
      .filter(isRendered)
      .forEach((each) => new Service(this, `service-${each.name}`, each));
    description.scrapes.forEach((scrape) => scrapedBy(as.scrapes, this, `scrape-${scrape.name}`, scrape));
    description.exporters.forEach(
      (exporter) => new Exporter(this, `exporter-${exporter.name}`, exporter, as.scrapes),
    );
    if (logs) {
      const identity = { name: `${name}-${logs.name}`, namespace: agentNamespace, home: namespace };
      new LoggingAgent(this, 'logs', identity, logs);
    }
    if (!description.elsewhere?.shown) new BroughtDatasources(this, 'datasources', description, sidecar);
    collectorsOf(description).forEach(
      (collector) => new Collector(this, `collector-${collector.role}`, collector),
    );
    if (network) new Network(this, 'network', description, network, scraper);
    new Rules(this, 'rules', description, evaluation);
    new LogRules(this, 'log-rules', description);
    // What another cluster's Alertmanager or Grafana has is delivered there.
    if (!description.elsewhere?.told) new Routing(this, 'routing', description, as.routingLabels);
    if (!description.elsewhere?.shown) new Dashboards(this, 'dashboards', description, sidecar);
    if (platform) markSelected(this, platform);
  }
}
