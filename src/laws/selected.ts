import { atField } from '#ground/field.js';
import type { Judged, Law } from './law.js';

const selectedByRelease = [
  ...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule'],
  ...['VMServiceScrape', 'VMPodScrape', 'VMProbe', 'VMStaticScrape', 'VMRule'],
];

/** Of rules that the ruler of a Mimir takes up another law tells: they are Prometheus's, or the ruler's. */
const isShared = (kind: string, cluster: Judged['cluster']): boolean =>
  kind === 'PrometheusRule' && cluster?.platform.engine.name === 'mimir';

/** Prometheus takes up only objects of its release, and silently leaves out the others. */
export const everyObjectIsSelected: Law = ({ applications, objects, cluster }) =>
  objects.flatMap(({ application, path, manifest }) => {
    const release = applications.find(({ name }) => name === application)?.release;
    const label = manifest.metadata.labels?.['release'];
    return !selectedByRelease.includes(manifest.kind) || isShared(manifest.kind, cluster) || label === release
      ? []
      : [
          {
            where: atField(path, 'metadata.labels.release'),
            what: label ?? '(no label)',
            code: 'not-selected',
            why: `${manifest.kind.startsWith('VM') ? 'VictoriaMetrics' : 'Prometheus'} of the release ${release ?? ''} does not select this ${manifest.kind}`,
            cure: `label it release: ${release ?? ''}, as the chart of the application does by itself`,
          },
        ];
  });
