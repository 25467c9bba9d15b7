import type { Law } from './law.js';

const selectedByRelease = ['ServiceMonitor', 'PrometheusRule'];

/** Prometheus takes up only objects of its release, and silently leaves out the others. */
export const everyObjectIsSelected: Law = ({ applications, objects }) =>
  objects.flatMap(({ application, path, manifest }) => {
    const release = applications.find(({ name }) => name === application)?.release;
    const label = manifest.metadata.labels?.['release'];
    return !selectedByRelease.includes(manifest.kind) || label === release
      ? []
      : [
          {
            path,
            field: 'metadata.labels.release',
            text: label ?? '(no label)',
            message: `Prometheus of the release ${release ?? ''} does not select this ${manifest.kind}`,
            cure: `label it release: ${release ?? ''}, as the chart of the application does by itself`,
          },
        ];
  });
