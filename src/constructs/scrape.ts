import { Construct } from 'constructs';
import type { Scrape as Description, ServiceScrape } from '#application/scrape.js';
import type { PodScrape } from '#application/scrape/pods.js';
import { isProbe } from '#application/scrape/probe.js';
import { PodMonitor } from '#imports/pod-monitor.js';
import { Probe } from '#imports/probe.js';
import { ScrapeConfig } from '#imports/scrape-config.js';
import { ServiceMonitor } from '#imports/service-monitor.js';
import { endpoint } from './endpoint.js';
import { probeSpec } from './probe.js';
import { histogramFields } from './histograms.js';
import { scrapeConfigSpec } from './scrape-config.js';

/** A ServiceMonitor, a PodMonitor, a Probe or a ScrapeConfig, by what is scraped. */
export class Scrape extends Construct {
  constructor(scope: Construct, id: string, description: Description) {
    super(scope, id);
    const metadata = { name: description.name };
    switch (description.of) {
      case 'services':
        new ServiceMonitor(this, 'service-monitor', { metadata, spec: serviceMonitorSpec(description) });
        break;
      case 'pods':
        new PodMonitor(this, 'pod-monitor', { metadata, spec: podMonitorSpec(description) });
        break;
      case 'targets':
        if (isProbe(description)) new Probe(this, 'probe', { metadata, spec: probeSpec(description) });
        else new ScrapeConfig(this, 'scrape-config', { metadata, spec: scrapeConfigSpec(description) });
    }
  }
}

/** What is taken of an answer, where it is said of all endpoints. */
const limits = ({ intake: { honorLabels: _, ...rest }, histograms }: Description) => ({
  ...rest,
  ...histogramFields(histograms),
});

const serviceMonitorSpec = (description: ServiceScrape) => ({
  selector: { matchLabels: description.selector },
  namespaceSelector: { matchNames: description.namespaces },
  ...(description.copiedLabels.length > 0 && { targetLabels: description.copiedLabels }),
  ...limits(description),
  endpoints: [endpoint(description)],
});

const podMonitorSpec = (description: PodScrape) => ({
  selector: { matchLabels: description.pods.labels },
  namespaceSelector: { matchNames: description.pods.namespaces },
  ...(description.copiedLabels.length > 0 && { podTargetLabels: description.copiedLabels }),
  ...limits(description),
  podMetricsEndpoints: [endpoint(description)],
});
