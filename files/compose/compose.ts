import type { Host } from '../host.js';
import { monitoringProject } from '../../alerts/place/compose.js';
import { type Files, configuration } from '../text.js';
import { agentOnHost, agentService, agentVolume } from './agent.js';
import { backupService } from './backup.js';
import { exporterService } from './exporter.js';
import { type Mode, composeFile } from './mode.js';
import { alertmanager, grafana, prometheus, volumes } from './servers.js';

const content = (host: Host, mode: Mode): object => {
  const { application, project } = host;
  const agent = agentOnHost(application);
  return {
    name: monitoringProject(project),
    services: {
      prometheus: prometheus(host),
      alertmanager: alertmanager(host),
      grafana: grafana(host, mode),
      ...Object.fromEntries(application.exporters.map((each) => [each.name, exporterService(each, mode)])),
      ...(agent && { [agent.name]: agentService(agent, mode) }),
      backup: backupService,
    },
    volumes: Object.fromEntries(
      [...Object.values(volumes), ...(agent ? [agentVolume(agent)] : [])].map((name) => [name, {}]),
    ),
    // The application's own, which its project makes: there its services are found by their names.
    networks: { application: { name: `${project}_default`, external: true } },
  };
};

/** The Compose files of a host: each complete in itself, beside the application's own. */
export const composeFiles = (host: Host): Files =>
  Object.fromEntries(
    (['development', 'production'] as const).map((mode) => [
      composeFile[mode],
      configuration(
        `Monitoring of ${host.application.title} in ${mode}, beside its own services.`,
        content(host, mode),
      ),
    ]),
  );
