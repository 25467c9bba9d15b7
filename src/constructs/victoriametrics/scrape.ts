import { Construct } from 'constructs';
import type { Scrape as Description, ServiceScrape } from '#application/scrape.js';
import type { PodScrape } from '#application/scrape/pods.js';
import { type ProbeScrape, isProbe } from '#application/scrape/probe.js';
import type { StaticScrape } from '#application/scrape/static.js';
import { VMPodScrape } from '#imports/crd/vm-pod-scrape.js';
import { VMProbe } from '#imports/crd/vm-probe.js';
import { VMServiceScrape } from '#imports/crd/vm-service-scrape.js';
import { VMStaticScrape } from '#imports/crd/vm-static-scrape.js';
import { endpoint } from '#constructs/endpoint.js';
import { probeSpec } from '#constructs/probe.js';
import { scrapeConfigSpec } from '#constructs/scrape-config.js';

/**
 * A VMServiceScrape, a VMPodScrape, a VMProbe or a VMStaticScrape, by what is scraped: what the operator of VictoriaMetrics makes of the kinds of
 * Prometheus's, said by their own names. vmagent reads an answer whose format is not told as text, so there is none to fall back to.
 * https://github.com/VictoriaMetrics/operator/blob/v0.74.1/internal/controller/operator/factory/converter/apis.go
 */
export class VMScrape extends Construct {
  constructor(scope: Construct, id: string, description: Description) {
    super(scope, id);
    const metadata = { name: description.name };
    switch (description.of) {
      case 'services':
        new VMServiceScrape(this, 'service-scrape', { metadata, spec: serviceScrapeSpec(description) });
        break;
      case 'pods':
        new VMPodScrape(this, 'pod-scrape', { metadata, spec: podScrapeSpec(description) });
        break;
      case 'targets':
        if (isProbe(description)) new VMProbe(this, 'probe', { metadata, spec: vmProbeSpec(description) });
        else new VMStaticScrape(this, 'static-scrape', { metadata, spec: staticScrapeSpec(description) });
    }
  }
}

interface Relabeled {
  readonly relabelings?: readonly object[];
  readonly metricRelabelings?: readonly object[];
}

/** The same endpoint, whose relabelings are called as VictoriaMetrics calls them. */
const renamed = <T extends Relabeled>({ relabelings, metricRelabelings, ...rest }: T) => ({
  ...rest,
  ...(relabelings && { relabelConfigs: relabelings }),
  ...(metricRelabelings && { metricRelabelConfigs: metricRelabelings }),
});

const limit = ({ intake: { sampleLimit } }: Description) =>
  sampleLimit === undefined ? {} : { sampleLimit };

const serviceScrapeSpec = (description: ServiceScrape) => ({
  selector: { matchLabels: description.selector },
  namespaceSelector: { matchNames: description.namespaces },
  ...(description.copiedLabels.length > 0 && { targetLabels: description.copiedLabels }),
  ...limit(description),
  endpoints: [renamed(endpoint(description))],
});

const podScrapeSpec = (description: PodScrape) => ({
  selector: { matchLabels: description.pods.labels },
  namespaceSelector: { matchNames: description.pods.namespaces },
  ...(description.copiedLabels.length > 0 && { podTargetLabels: description.copiedLabels }),
  ...limit(description),
  podMetricsEndpoints: [renamed(endpoint(description))],
});

const vmProbeSpec = (description: ProbeScrape) => {
  const { prober, targets, metricRelabelings, ...rest } = renamedProbe(description);
  const { static: asked, labels } = targets.staticConfig;
  return {
    ...rest,
    vmProberSpec: prober,
    targets: { static: { targets: asked, labels } },
    ...(metricRelabelings && { metricRelabelConfigs: metricRelabelings }),
  };
};

/** The Probe of the same, whose relabelings may be none. */
const renamedProbe = (description: ProbeScrape): ReturnType<typeof probeSpec> & Relabeled =>
  probeSpec(description);

/** Each target by itself: those of one endpoint share their labels. */
const staticScrapeSpec = (description: StaticScrape) => {
  const { jobName, staticConfigs, metricsPath, scrapeInterval, ...rest } = scrapeConfigSpec(description);
  const { scheme, params, scrapeTimeout, honorLabels, ...others }: StaticFields = rest;
  const { basicAuth, authorization, tlsConfig, relabelings, metricRelabelings } = others;
  const asked = {
    ...(scheme && { scheme: 'https' }),
    path: metricsPath,
    ...(params && { params }),
    interval: scrapeInterval,
    scrapeTimeout,
    ...(honorLabels && { honorLabels }),
    ...(basicAuth && { basicAuth }),
    ...(authorization && { authorization }),
    ...(tlsConfig && { tlsConfig }),
    ...renamed({ ...(relabelings && { relabelings }), ...(metricRelabelings && { metricRelabelings }) }),
  };
  return {
    jobName,
    ...limit(description),
    targetEndpoints: staticConfigs.map((each) => ({ ...each, ...asked })),
  };
};

/** What of a ScrapeConfig is written of each endpoint, where it is said. */
interface StaticFields extends Relabeled {
  readonly scheme?: string;
  readonly params?: object;
  readonly scrapeTimeout?: string;
  readonly honorLabels?: boolean;
  readonly basicAuth?: object;
  readonly authorization?: object;
  readonly tlsConfig?: object;
}
