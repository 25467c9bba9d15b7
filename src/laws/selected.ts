import { atField } from '#ground/field.js';
import type { Law } from './law.js';

const selectedByRelease = ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule'];

/** Prometheus takes up only objects of its release, and silently leaves out the others. */
export const everyObjectIsSelected: Law = ({ applications, objects }) =>
  objects.flatMap(({ application, path, manifest }) => {
    const release = applications.find(({ name }) => name === application)?.release;
    const label = manifest.metadata.labels?.['release'];
    return !selectedByRelease.includes(manifest.kind) || label === release
      ? []
      : [
          {
            where: atField(path, 'metadata.labels.release'),
            what: label ?? '(no label)',
            code: 'not-selected',
            why: `Prometheus of the release ${release ?? ''} does not select this ${manifest.kind}`,
            cure: `label it release: ${release ?? ''}, as the chart of the application does by itself`,
          },
        ];
  });
