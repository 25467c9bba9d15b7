import { monitoringProject } from '#alerts/place/compose.js';
import type { AnsweredHost } from '#hosts/answered.js';
import { type Files, configuration } from '#hosts/text.js';
import { collectorsOf } from '#application/tracing/collector.js';
import { agentService, agentVolume } from './agent.js';
import { backupService } from './backup.js';
import { collectorService } from './collector.js';
import { exporterService } from './exporter.js';
import { type Mode, composeFile } from './mode.js';
import { alertmanager, grafana, prometheus, volumes } from './servers.js';
import type { ComposeService } from './service.js';

/** Everything that runs on a host to monitor its application, by its name in the project. */
export const servicesOf = (host: AnsweredHost, mode: Mode): Readonly<Record<string, ComposeService>> => {
  const { exporters, logs } = host.application;
  return {
    prometheus: prometheus(host),
    alertmanager: alertmanager(host),
    grafana: grafana(host, mode),
    ...Object.fromEntries(exporters.map((each) => [each.name, exporterService(each, mode)])),
    ...(logs && { [logs.name]: agentService(logs, mode) }),
    ...Object.fromEntries(collectorsOf(host.application).map((each) => [each.name, collectorService(each)])),
    backup: backupService,
  };
};

const content = (host: AnsweredHost, mode: Mode): object => {
  const { name, logs } = host.application;
  return {
    name: monitoringProject(name),
    services: servicesOf(host, mode),
    volumes: Object.fromEntries(
      [...Object.values(volumes), ...(logs ? [agentVolume(logs)] : [])].map((volume) => [volume, {}]),
    ),
    // The application's own, which its project makes: there its services are found by their names.
    networks: { application: { name: `${name}_default`, external: true } },
  };
};

/** The Compose files of a host: each complete in itself, beside the application's own. */
export const composeFiles = (host: AnsweredHost): Files =>
  Object.fromEntries(
    (['development', 'production'] as const).map((mode) => [
      composeFile[mode],
      configuration(
        `Monitoring of ${host.application.title} in ${mode}, beside its own services.`,
        content(host, mode),
      ),
    ]),
  );
