import { Construct } from 'constructs';
import type { Scrape as Description } from '../application/scrape.js';
import { ServiceMonitor } from '../imports/service-monitor.js';
import { collidingLabels } from '../promql/metric/catalog.js';

/**
 * A ServiceMonitor.
 *
 * A label that the application sets and the target has too arrives as `exported_endpoint`, while `endpoint` is the
 * name of the port. Where the catalogue declares such a label, it is moved back here, once for all queries: then
 * `endpoint` of the application's metrics is the application's own, and that of `up` is still the port's.
 */
export class Scrape extends Construct {
  constructor(scope: Construct, id: string, description: Description) {
    super(scope, id);
    const { name, selector, namespaces, port, path, interval, timeout, copiedLabels, metrics } = description;
    const relabelings = targetLabels(description);
    const metricRelabelings = [...new Set(metrics.flatMap(collidingLabels))].flatMap(takenBack);
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
  ...(job === undefined ? [] : [{ targetLabel: 'job', replacement: job }]),
  ...(ofMachine ? [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'instance' }] : []),
];

interface Relabeling {
  readonly action: 'replace' | 'labeldrop';
  readonly sourceLabels?: readonly string[];
  readonly regex: string;
  readonly targetLabel?: string;
}

const takenBack = (label: string): readonly Relabeling[] => [
  { action: 'replace', sourceLabels: [`exported_${label}`], regex: '(.+)', targetLabel: label },
  { action: 'labeldrop', regex: `exported_${label}` },
];
