import { monitoringProject } from '../alerts/place/compose.js';
import type { Severity } from '../alerts/rule/alert.js';
import { alertLabels } from '../application/alert-labels.js';
import { type Application, alertsOf } from '../application/application.js';
import { address } from '../routing/receiver/address.js';
import type { Integration } from '../routing/receiver/receiver.js';
import { secretOf } from '../routing/receiver/secrets.js';
import { ways } from '../routing/reach.js';
import { secretFile } from './alertmanager/secret.js';
import type { Answered } from './answered.js';
import { backupUsage, restoreUsage } from './compose/backup.js';
import type { Host } from './host.js';

const shell = (...lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n');

/** What each severity's alerts tell, whatever their names. */
const told = (application: Application, severity: Severity): readonly Integration[] => {
  const names = alertsOf(application)
    .filter((rule) => rule.severity === severity)
    .flatMap((rule) => ways(application.routing, alertLabels(application, rule)).flat());
  return [...new Set(names)].flatMap((name) => application.routing.receivers[name] ?? []);
};

const toldText = (application: Application, severity: Severity): readonly string[] => {
  const addresses = told(application, severity).map(address);
  return addresses.length > 0 ? [`- \`${severity}\`: ${[...new Set(addresses)].join('; ')}`] : [];
};

/** The files in which Alertmanager finds its secrets. */
const secretFiles = ({ routing }: Application): readonly string[] => {
  const secrets = Object.values(routing.receivers).flat().map(secretOf);
  return [...new Set(secrets.flatMap((secret) => (secret ? [secretFile(secret)] : [])))];
};

const firstStart = ({ application, project }: Host): readonly string[] => {
  const files = secretFiles(application);
  const folders = [...new Set(files.map((file) => `secrets/${file.split('/')[0] ?? ''}`))];
  return [
    '## First start',
    `Copy this folder to the host, where the application's own project \`${project}\` runs: this one joins its network \`${project}_default\`.`,
    shell(
      'cp .env.example .env && chmod 600 .env    # then fill it in',
      `${['mkdir -p -m 700 backups secrets', ...folders].join(' ')}    # then each secret, a URL or a password: paste it, Enter, Ctrl-D`,
      ...files.map((file) => `cat > secrets/${file}`),
      'sudo chown -R 65534:65534 secrets && sudo chmod -R go= secrets    # the user of Alertmanager',
      'docker compose config --quiet    # says what is missing in .env',
      'docker compose up --detach --wait',
    ),
  ];
};

const ports = ({ ports: { prometheus, alertmanager, grafana }, health }: Host): readonly string[] => [
  '## Ports and health',
  [
    '| | port of the host | health |',
    '| --- | --- | --- |',
    `| Grafana | ${grafana}, from outside too in production: put TLS in front | \`curl -f http://localhost:${grafana}/api/health\` |`,
    `| Prometheus | ${prometheus}, loopback only | \`curl -f http://localhost:${prometheus}/-/healthy\` |`,
    `| Alertmanager | ${alertmanager}, loopback only | \`curl -f http://localhost:${alertmanager}/-/healthy\` |`,
    ...Object.entries(health).map(
      ([what, url]) => `| ${what} | ${new URL(url).port}, of the application itself | \`curl -f ${url}\` |`,
    ),
  ].join('\n'),
  `\`docker compose ps\` shows all of them as healthy, and every exporter that can tell. Every target must be up: \`curl -fs 'http://localhost:${prometheus}/api/v1/query?query=up==0'\` finds none. From elsewhere: \`ssh -L ${prometheus}:localhost:${prometheus} -L ${alertmanager}:localhost:${alertmanager} <host>\`.`,
];

const alerts = (application: Application): readonly string[] => [
  '## Where alerts go',
  [...toldText(application, 'critical'), ...toldText(application, 'warning')].join('\n'),
  'Each message links to its runbook. To see that one arrives:',
  shell(
    `docker compose exec alertmanager amtool --alertmanager.url=http://localhost:9093 alert add DeliveryTest severity=critical application=${application.name} --annotation=summary='Delivery test' --end="$(date -d '+5 min' +%FT%T%:z)"`,
  ),
];

const credentials = [
  '## Change credentials',
  [
    '- Grafana: the variables count at the first start only. Afterwards: `docker compose exec grafana grafana cli admin reset-admin-password --password-from-stdin`, and write it into `.env`.',
    '- Exporters: change `.env`, then `docker compose up --detach`.',
    '- Where alerts are sent: write the file anew, `sudo tee secrets/…`. The next message uses it.',
  ].join('\n'),
];

const keeping = [
  '## Back up, restore, renew',
  shell(
    `${backupUsage}    # stops, copies all volumes into backups/, starts`,
    `${restoreUsage}    # checks the file first, then replaces the volumes`,
    'docker compose up --detach --wait && docker compose restart prometheus alertmanager grafana    # after this folder has changed',
  ),
];

const leftOut = ({ alerts: rules, panels, agents }: Answered): readonly string[] =>
  rules.length + panels.length + agents.length === 0
    ? []
    : [
        '## Not on a host',
        `These read what is only there on Kubernetes, and are left out here: ${[...rules.map((name) => `\`${name}\``), ...panels.map((name) => `panel ${name}`), ...agents].join(', ')}.`,
      ];

/** What the operator of the host needs to know, on one screen. */
export const readme = (host: Host, answered: Answered): string =>
  [
    `# Monitoring of ${host.application.title}`,
    `Prometheus, Alertmanager, Grafana and exporters as the Compose project \`${monitoringProject(host.project)}\`. Made from code: change it there, not here.`,
    ...firstStart(host),
    ...ports(host),
    ...alerts(answered.application),
    ...credentials,
    ...keeping,
    ...leftOut(answered),
  ].join('\n\n') + '\n';
