import { Construct } from 'constructs';
import { type Relabeling, applicationsLabelWins } from '../application/relabeling.js';
import type { Scrape as Description } from '../application/scrape.js';
import { ServiceMonitor } from '../imports/service-monitor.js';

/** A ServiceMonitor. */
export class Scrape extends Construct {
  constructor(scope: Construct, id: string, description: Description) {
    super(scope, id);
    const { name, selector, namespaces, port, path, interval, timeout, copiedLabels } = description;
    const relabelings = targetLabels(description);
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

/** Labels of the target that are others than the operator's. */
const targetLabels = ({ job, ofMachine }: Description): readonly object[] => [
  ...(job === undefined ? [] : [{ action: 'replace', targetLabel: 'job', replacement: job }]),
  ...(ofMachine
    ? [{ action: 'replace', sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'instance' }]
    : []),
];

/** A relabeling in the words of a ServiceMonitor. */
const relabeling = (each: Relabeling) => {
  const { action, regex } = each;
  return each.action === 'replace'
    ? { action, sourceLabels: [each.source], regex, targetLabel: each.target }
    : { action, regex };
};
