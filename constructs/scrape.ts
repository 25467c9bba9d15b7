import { Construct } from 'constructs';
import { type Relabeling, applicationsLabelWins } from '../application/relabeling.js';
import type { Scrape as Description } from '../application/scrape.js';
import { type WrittenLabel, writtenLabels } from '../application/written-labels.js';
import { ServiceMonitor } from '../imports/service-monitor.js';

/** A ServiceMonitor. */
export class Scrape extends Construct {
  constructor(scope: Construct, id: string, description: Description) {
    super(scope, id);
    const { name, selector, namespaces, port, path, interval, timeout, copiedLabels } = description;
    const relabelings = writtenLabels(description).map(writing);
    const metricRelabelings = applicationsLabelWins(description).map(relabeling);
    new ServiceMonitor(this, 'service-monitor', {
      metadata: { name },
      spec: {
        selector: { matchLabels: selector },
        namespaceSelector: { matchNames: namespaces },
        ...(copiedLabels.length > 0 && { targetLabels: copiedLabels }),
        endpoints: [
          {
            port,
            path,
            interval,
            scrapeTimeout: timeout,
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
  return each.action === 'replace'
    ? { action, sourceLabels: [each.source], regex, targetLabel: each.target }
    : { action, regex };
};

/** Writing a label, in the words of a ServiceMonitor. */
const writing = (written: WrittenLabel) => ({
  action: 'replace' as const,
  ...('from' in written ? { sourceLabels: [written.from] } : {}),
  targetLabel: written.label,
  ...('text' in written ? { replacement: written.text } : {}),
});
