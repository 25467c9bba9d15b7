import { Construct } from 'constructs';
import { type Relabeling, relabelingsOf } from '../application/relabeling.js';
import type { Scrape as Description } from '../application/scrape.js';
import { type WrittenLabel, writtenLabels } from '../application/written-labels.js';
import { ServiceMonitor } from '../imports/service-monitor.js';
import { accessFields } from './access.js';

/** A ServiceMonitor. */
export class Scrape extends Construct {
  constructor(scope: Construct, id: string, description: Description) {
    super(scope, id);
    const { name, selector, namespaces, port, path, params, interval, timeout, copiedLabels } = description;
    const { honorLabels, ...limits } = description.intake;
    const relabelings = writtenLabels(description).map(writing);
    const metricRelabelings = relabelingsOf(description).map(relabeling);
    new ServiceMonitor(this, 'service-monitor', {
      metadata: { name },
      spec: {
        selector: { matchLabels: selector },
        namespaceSelector: { matchNames: namespaces },
        ...(copiedLabels.length > 0 && { targetLabels: copiedLabels }),
        ...limits,
        endpoints: [
          {
            port,
            ...accessFields(description.access),
            path,
            ...(Object.keys(params).length > 0 && { params }),
            interval,
            scrapeTimeout: timeout,
            ...(honorLabels && { honorLabels }),
            ...(relabelings.length > 0 && { relabelings }),
            ...(metricRelabelings.length > 0 && { metricRelabelings }),
          },
        ],
      },
    });
  }
}

/** A relabeling in the words of a ServiceMonitor. */
const relabeling = (each: Relabeling) => {
  const { action, regex } = each;
  return {
    action,
    ...('source' in each && { sourceLabels: [each.source] }),
    regex,
    ...('target' in each && { targetLabel: each.target }),
  };
};

/** Writing a label, in the words of a ServiceMonitor. */
const writing = (written: WrittenLabel) => ({
  action: 'replace' as const,
  ...('from' in written ? { sourceLabels: [written.from] } : {}),
  targetLabel: written.label,
  ...('text' in written ? { replacement: written.text } : {}),
});
