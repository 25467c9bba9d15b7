import type { AnyMetric } from '../../promql/metric/metric.js';
import { asAlerted, filledIn } from '../command.js';
import { fixedLabel } from '../fixed-label.js';
import type { Part, Place } from './place.js';

/** What Compose calls the project in which the monitoring of an application runs, beside the application's own. */
export const monitoringProject = (project: string): string => `${project}-monitoring`;

/** A host on which the application runs as a project of Docker Compose, and its monitoring as another beside it. */
export const dockerCompose = (project: string): Place => {
  const compose = (rest: string): string => `docker compose -p ${project} ${rest}`;
  const monitoring = (rest: string): string => `docker compose -p ${monitoringProject(project)} ${rest}`;
  const chosen = (_: AnyMetric, which = 'a service of the list'): Part => ({
    find: [compose('ps'), filledIn('SERVICE', which)],
    name: '"$SERVICE"',
  });
  return {
    part: { ko: '컨테이너', en: 'container' },
    chosen,
    exporting: (metric, by = [], which) => {
      const service = fixedLabel(metric, 'service');
      if (service !== undefined) return { find: [compose('ps')], name: service };
      return by.includes('service')
        ? { find: [compose('ps'), asAlerted('service')], name: '"$SERVICE"' }
        : chosen(metric, which);
    },
    logs: (_, part, options) => compose(`logs ${options} ${part}`),
    exec: (_, part, command) => compose(`exec ${part} ${command}`),
    exporterLogs: (metric) => {
      const service = fixedLabel(metric, 'service');
      return service === undefined ? [] : [monitoring(`logs --tail=20 ${service}`)];
    },
    deployed: () => compose('images'),
    usage: () => 'docker stats --no-stream',
    scraped: () => [
      compose('ps'),
      monitoring('ps'),
      monitoring(
        `exec prometheus promtool query instant http://localhost:9090 'max by (job, instance) (up == 0)'`,
      ),
      asAlerted('job'),
      filledIn('ADDRESS', 'the label instance of its target'),
      monitoring('exec prometheus wget -qO- "http://$ADDRESS/metrics" | head'),
    ],
  };
};
