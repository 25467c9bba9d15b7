import { dirname } from 'node:path/posix';
import { monitoringProject } from '#alerts/place/compose.js';
import type { Severity } from '#alerts/rule/facts.js';
import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf, scrapesOf } from '#application/application.js';
import type { SecretFile } from '#application/exporter/exporter.js';
import type { StaticScrape } from '#application/scrape/static.js';
import { certificatesOf } from '#application/scrape/access.js';
import { address } from '#routing/receiver/address.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { secretsOf } from '#routing/receiver/secrets-of.js';
import type { Secret } from '#ground/secret.js';
import { ways } from '#routing/reach.js';
import { secretFile } from './alertmanager/secret.js';
import type { Answered, AnsweredHost } from './answered.js';
import { backupUsage, restoreUsage } from './compose/backup.js';
import { servicesOf } from './compose/compose.js';
import { portOf } from '#application/host/health.js';
import { scrapeSecrets } from './prometheus/secret.js';

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
  const { unpaged } = application.routing;
  const paging = severity === 'critical' && unpaged !== undefined ? `. Paging: ${unpaged}` : '';
  return addresses.length > 0 ? [`- \`${severity}\`: ${[...new Set(addresses)].join('; ')}${paging}`] : [];
};

/** Who notices when nothing is told any more. */
const heartbeatText = ({ routing: { heartbeat } }: Application): readonly string[] =>
  heartbeat === undefined
    ? []
    : [
        `- heartbeat, every one or two minutes as long as all of this lives: ${address(heartbeat)}. It should tell you after five without one.`,
      ];

type Kept = Pick<Application, 'routing' | 'exporters' | 'scrapes'>;

/** The files by which exporters show who they are, and check others. */
const exporterSecrets = ({ exporters }: Kept): readonly SecretFile[] =>
  exporters.flatMap(({ ca, files }) => [
    ...(ca ? [{ secret: ca, holds: 'certificate' as const }] : []),
    ...files,
  ]);

const holding = (application: Kept, what: SecretFile['holds']): readonly Secret[] =>
  exporterSecrets(application)
    .filter(({ holds }) => holds === what)
    .map(({ secret }) => secret);

/** The certificates by which exporters check their servers', and Prometheus its targets. */
const certificates = (application: Kept): readonly Secret[] => [
  ...holding(application, 'certificate'),
  ...scrapesOf(application).flatMap(({ access }) => certificatesOf(access)),
];

/** The files in which Alertmanager and Prometheus find their secrets, and exporters their certificates. */
const secretFiles = (application: Kept): readonly string[] => {
  const secrets = Object.values(application.routing.receivers).flat().flatMap(secretsOf);
  const exported = exporterSecrets(application).map(({ secret }) => secret);
  const all = [...secrets, ...exported, ...scrapeSecrets(application)];
  return [...new Set(all.map(secretFile))];
};

/** What the files hold, each of them one thing. */
const kinds = (application: Kept): string => {
  const asked = scrapesOf(application).map(({ access }) => access);
  return [
    'a URL',
    ...(certificates(application).length > 0 ? ['a certificate'] : []),
    ...(asked.some(({ tls }) => tls?.certificate) || holding(application, 'key').length > 0
      ? ['its key']
      : []),
    ...(asked.some(({ bearerToken }) => bearerToken) || holding(application, 'login').length > 0
      ? ['a token']
      : []),
  ].join(', ');
};

const firstStart = ({ application }: AnsweredHost): readonly string[] => {
  const { name } = application;
  const files = secretFiles(application).map((file) => `secrets/${file}`);
  const folders = [...new Set(files.map(dirname))];
  return [
    '## First start',
    `Copy this folder to the host, where the application's own project \`${name}\` runs: this one joins its network \`${name}_default\`. If that project has a Prometheus, an Alertmanager or a Grafana of its own (\`docker compose -p ${name} ps\`), take them out of it first: they hold the same ports. ${needs(application)}`,
    shell(
      'cp .env.example .env && chmod 600 .env',
      ['mkdir -p -m 700 backups secrets', ...folders].join(' '),
      ...(files.length > 0 ? [`touch ${files.join(' ')}`] : []),
    ),
    `Fill in with an editor \`.env\`, and below \`secrets/\` each file with its secret alone, ${kinds(application)} or a password. Then:`,
    shell(
      'find secrets -type f -empty    # names those without a secret: none',
      'sudo chown -R 65534:65534 secrets && sudo chmod -R go= secrets    # the user of Alertmanager',
      'docker compose config --quiet && docker compose up --detach --wait    # the first says what is missing in .env',
    ),
  ];
};

/** What must be reached of targets that are written down. */
const reachedFrom = ({ targets, through }: StaticScrape): readonly string[] => {
  const addresses = targets.map(({ address }) => `\`${address}\``).join(' and ');
  return [
    `${addresses}, which ${through ? `\`${through.exporter.name}\`` : 'Prometheus'} reaches from its container`,
  ];
};

/** What the host must have before anything here can tell of it: a sentence. */
const needs = ({ services, scrapes, exporters, logs }: AnsweredHost['application']): string => {
  const answering = services.map(({ name, ports: all }) => {
    const numbers = Object.values(all).map(({ targetPort }) => targetPort);
    return `a container called \`${name}\` that answers at ${numbers.join(' and ')}`;
  });
  const logging = logs && [
    `logs on the host in ${logs.logs.map((folder) => `\`${folder}\``).join(' and ')}, to be sent to \`${logs.elasticsearch.hosts.join(', ')}\``,
  ];
  const unserved = scrapes.flatMap((scrape): readonly string[] => {
    if (scrape.of === 'services') return [];
    return scrape.of === 'pods'
      ? [`a container called \`${scrape.pods.name}\` that answers at ${scrape.pods.ports[scrape.port]}`]
      : reachedFrom(scrape);
  });
  return `There must be: ${[...answering, ...unserved, ...exporters.flatMap((each) => each.needs), ...(logging ?? [])].join('; ')}.`;
};

/** Where links lead: a sentence. */
const people = ({ addresses }: AnsweredHost): string => {
  const titles = { grafana: 'Grafana', prometheus: 'Prometheus', alertmanager: 'Alertmanager' } as const;
  const reached = (['grafana', 'prometheus', 'alertmanager'] as const).flatMap((server) =>
    addresses[server] === undefined ? [] : [`${titles[server]} at ${addresses[server]}`],
  );
  return reached.length > 0
    ? `People reach ${reached.join(', ')}: links lead there. A proxy that serves one under a path takes the path away.`
    : 'No message links to them, since where people reach them is not known here: say it in code, `host(…, { url })`.';
};

const ports = (host: AnsweredHost): readonly string[] => {
  const { prometheus, alertmanager, grafana } = host.ports;
  return [
    '## Ports and health',
    [
      '| | port of the host | health |',
      '| --- | --- | --- |',
      `| Grafana | ${grafana}, from outside too in production: put TLS in front | \`curl -f http://localhost:${grafana}/api/health\` |`,
      `| Prometheus | ${prometheus}, loopback only | \`curl -f http://localhost:${prometheus}/-/healthy\` |`,
      `| Alertmanager | ${alertmanager}, loopback only | \`curl -f http://localhost:${alertmanager}/-/healthy\` |`,
      ...Object.entries(host.health).map(
        ([what, url]) => `| ${what} | ${portOf(url)}, of the application itself | \`curl -f ${url}\` |`,
      ),
    ].join('\n'),
    `\`docker compose ps\` shows all of them as healthy, and every exporter that can tell. Every target must be up: \`curl -fs 'http://localhost:${prometheus}/api/v1/query?query=up==0'\` finds none. From elsewhere: \`ssh -L ${prometheus}:localhost:${prometheus} -L ${alertmanager}:localhost:${alertmanager} <host>\`. ${people(host)}`,
  ];
};

const alerts = (application: Application): readonly string[] => [
  '## Where alerts go',
  [
    ...toldText(application, 'critical'),
    ...toldText(application, 'warning'),
    ...heartbeatText(application),
  ].join('\n'),
  'Each message links to its runbook. To see that one arrives:',
  shell(
    `docker compose exec alertmanager amtool --alertmanager.url=http://localhost:9093 alert add DeliveryTest severity=critical application=${application.name} --annotation=summary='Delivery test' --end="$(date -d '+5 min' +%FT%T%:z)"`,
  ),
];

const credentials = (application: Application): readonly string[] => [
  '## Change credentials',
  [
    '- Grafana: the variables count at the first start only. Afterwards: `docker compose exec grafana grafana cli admin reset-admin-password --password-from-stdin`, and write it into `.env`.',
    '- Exporters: change `.env`, then `docker compose up --detach`.',
    '- Where alerts are sent: write the file anew, `sudo tee secrets/…`. The next message uses it.',
    ...(scrapeSecrets(application).length > 0
      ? [
          '- By which Prometheus scrapes: the same, then `docker compose restart prometheus`, which reads it once.',
        ]
      : []),
  ].join('\n'),
];

/** The services that read one of these files. They read it when they start: Compose sees no change in it. */
const readers = (host: AnsweredHost, files: readonly string[]): readonly string[] => {
  const isDelivered = (mounted: string): boolean =>
    files.some((file) => `./${file}/`.startsWith(`${mounted}/`));
  return Object.entries(servicesOf(host, 'production')).flatMap(([name, { volumes = [] }]) =>
    volumes.some((volume) => isDelivered(volume.split(':')[0] ?? '')) ? [name] : [],
  );
};

const keeping = (restarted: readonly string[]): readonly string[] => [
  '## Back up, restore, renew',
  shell(
    `${backupUsage}    # stops, copies all volumes into backups/, starts`,
    `${restoreUsage}    # checks the file first, then replaces the volumes`,
    `docker compose up --detach --wait && docker compose restart ${restarted.join(' ')}    # after this folder has changed`,
  ),
];

const leftOut = ({ alerts: rules, panels, agents }: Answered): readonly string[] =>
  rules.length + panels.length + agents.length === 0
    ? []
    : [
        '## Not on a host',
        `These read what is only there on Kubernetes, and are left out here: ${[...rules.map((name) => `\`${name}\``), ...panels.map((name) => `panel ${name}`), ...agents].join(', ')}.`,
      ];

/** What the operator of the host needs to know, on one screen, beside the files at these paths. */
export const readme = (host: AnsweredHost, answered: Answered, files: readonly string[]): string =>
  [
    `# Monitoring of ${host.application.title}`,
    `Prometheus, Alertmanager, Grafana and exporters as the Compose project \`${monitoringProject(host.application.name)}\`. Made from code: change it there, not here.`,
    ...firstStart(host),
    ...ports(host),
    ...alerts(host.application),
    ...credentials(host.application),
    ...keeping(readers(host, files)),
    ...leftOut(answered),
  ].join('\n\n') + '\n';
