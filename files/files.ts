import { alertmanagerFiles } from './alertmanager/alertmanager.js';
import { answeredOnHost } from './answered.js';
import { agentFile, agentOnHost } from './compose/agent.js';
import { backupScripts } from './compose/backup.js';
import { composeFiles } from './compose/compose.js';
import { environmentFiles } from './environment.js';
import { grafanaFiles } from './grafana/grafana.js';
import type { Host } from './host.js';
import { prometheusFiles } from './prometheus/prometheus.js';
import { readme } from './readme.js';
import { type Files, configuration } from './text.js';

/** Everything that a host needs to monitor its application: texts by path below one folder. */
export const hostFiles = (host: Host): Files => {
  const answered = answeredOnHost(host.application);
  const here = { ...host, application: answered.application };
  const agent = agentOnHost(host.application);
  return {
    'README.md': readme(here, answered),
    ...composeFiles(here),
    ...environmentFiles(answered.application),
    ...prometheusFiles(answered.application),
    ...alertmanagerFiles(answered.application),
    ...grafanaFiles(answered.application),
    ...(agent && {
      [agentFile(agent)]: configuration(
        `Which logs of ${host.application.title} go where.`,
        agent.configuration.value,
      ),
    }),
    ...backupScripts,
  };
};
