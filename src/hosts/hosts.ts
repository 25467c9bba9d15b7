import { alertmanagerFiles } from './alertmanager/alertmanager.js';
import { answeredOnHost } from './answered.js';
import { agentFile } from './compose/agent.js';
import { backupScripts } from './compose/backup.js';
import { composeFiles } from './compose/compose.js';
import { collectorsOf } from '#application/tracing/collector.js';
import { collectorFile } from './compose/collector.js';
import { exporterFile } from './compose/exporter.js';
import { environmentFiles } from './environment.js';
import { grafanaFiles } from './grafana/grafana.js';
import type { Host } from '#application/host/host.js';
import { prometheusFiles } from './prometheus/prometheus.js';
import { readme } from './readme.js';
import { type Files, configuration } from './text.js';

/** The configuration of each exporter that has one. */
const exporterFiles = ({ title, exporters }: Host['application']): Files =>
  Object.fromEntries(
    exporters.flatMap((each) =>
      each.configuration === undefined
        ? []
        : [
            [
              exporterFile(each),
              configuration(`What ${each.name} does for ${title}.`, each.configuration.value),
            ],
          ],
    ),
  );

/** The configuration of the collector of its traces. */
const collectorFiles = (application: Host['application']): Files =>
  Object.fromEntries(
    collectorsOf(application).map((each) => [
      collectorFile(each),
      configuration(`How traces of ${application.title} are collected.`, each.configuration.value),
    ]),
  );

/** Everything that a host needs to monitor its application: texts by path below one folder. */
export const hostFiles = (host: Host): Files => {
  const answered = answeredOnHost(host.application);
  const { application } = answered;
  const here = { ...host, application };
  const { logs, title } = application;
  const files = {
    ...composeFiles(here),
    ...environmentFiles(application),
    ...prometheusFiles(application),
    ...alertmanagerFiles(here),
    ...grafanaFiles(application),
    ...exporterFiles(application),
    ...collectorFiles(application),
    ...(logs && {
      [agentFile(logs)]: configuration(`Which logs of ${title} go where.`, logs.configuration.value),
    }),
    ...backupScripts,
  };
  return { 'README.md': readme(here, answered, Object.keys(files)), ...files };
};
