import type { Address } from '#application/host/address.js';
import { grafanaPassword, grafanaUser } from '#application/host/variable.js';
import { dashboardsFolder } from '#hosts/grafana/grafana.js';
import type { AnsweredHost } from '#hosts/answered.js';
import { secretsFolder } from '#hosts/alertmanager/secret.js';
import { secretMounts } from '#hosts/prometheus/secret.js';
import type { Mode } from './mode.js';
import { type ComposeService, answers, hardened } from './service.js';
import { literal, reference } from './variable.js';

/** Volumes by what they hold. */
export const volumes = {
  prometheus: 'prometheus_data',
  alertmanager: 'alertmanager_data',
  grafana: 'grafana_data',
} as const;

// The versions that kube-prometheus-stack 88.5.3 installs: one version of each everywhere.
const images = {
  prometheus: 'prom/prometheus:v3.14.0',
  alertmanager: 'prom/alertmanager:v0.34.0',
  grafana: 'grafana/grafana:13.2.0',
} as const;

const loopback = (port: number, inside: number): string => `127.0.0.1:${port}:${inside}`;

/**
 * How a server writes links to itself. Without an address they lead to the port of the host itself, as it is found through a tunnel. A
 * proxy that serves it under a path takes that path away, so that inside it is where others of the host look for it.
 */
const linkedAs = (address: Address | undefined, port: number): readonly string[] =>
  address === undefined
    ? [`--web.external-url=http://localhost:${port}`]
    : [
        `--web.external-url=${literal(address)}`,
        ...(new URL(address).pathname === '/' ? [] : ['--web.route-prefix=/']),
      ];

export const prometheus = ({ application, ports, retention, addresses }: AnsweredHost): ComposeService => ({
  image: images.prometheus,
  command: [
    '--config.file=/etc/prometheus/prometheus.yml',
    '--storage.tsdb.path=/prometheus',
    `--storage.tsdb.retention.time=${retention.time}`,
    `--storage.tsdb.retention.size=${retention.size}`,
    ...linkedAs(addresses.prometheus, ports.prometheus),
    ...(application.tracing ? ['--enable-feature=exemplar-storage'] : []),
  ],
  volumes: [
    './prometheus.yml:/etc/prometheus/prometheus.yml:ro',
    './rules:/etc/prometheus/rules:ro',
    ...secretMounts(application),
    `${volumes.prometheus}:/prometheus`,
  ],
  ports: [loopback(ports.prometheus, 9090)],
  networks: ['default', 'application'],
  ...answers('wget', 'http://localhost:9090/-/healthy', '60s'),
  mem_limit: '1024m',
  ...hardened,
});

export const alertmanager = ({ ports, addresses }: AnsweredHost): ComposeService => ({
  image: images.alertmanager,
  command: [
    '--config.file=/etc/alertmanager/alertmanager.yml',
    '--storage.path=/alertmanager',
    '--cluster.listen-address=',
    ...linkedAs(addresses.alertmanager, ports.alertmanager),
  ],
  volumes: [
    './alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro',
    `./secrets:${secretsFolder}:ro`,
    `${volumes.alertmanager}:/alertmanager`,
  ],
  ports: [loopback(ports.alertmanager, 9093)],
  networks: ['default'],
  ...answers('wget', 'http://localhost:9093/-/healthy'),
  mem_limit: '128m',
  ...hardened,
});

/** People reach it from outside in production, and nothing else. */
export const grafana = ({ ports, application, addresses }: AnsweredHost, mode: Mode): ComposeService => ({
  image: images.grafana,
  environment: {
    GF_SECURITY_ADMIN_USER: reference(grafanaUser, mode),
    GF_SECURITY_ADMIN_PASSWORD: reference(grafanaPassword, mode),
    ...(addresses.grafana !== undefined && { GF_SERVER_ROOT_URL: literal(addresses.grafana) }),
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    // Grafana 13 would unload a data source that it cannot renew, as it cannot here, and show empty panels.
    GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false',
  },
  volumes: [
    './grafana/provisioning:/etc/grafana/provisioning:ro',
    // A folder that is not delivered Docker would make, as root's.
    ...(application.dashboards.length > 0 ? [`./grafana/dashboards:${dashboardsFolder}:ro`] : []),
    `${volumes.grafana}:/var/lib/grafana`,
  ],
  tmpfs: ['/tmp'],
  ports: [mode === 'production' ? `${ports.grafana}:3000` : loopback(ports.grafana, 3000)],
  // Logs and traces are the application's own to keep.
  networks: application.logs || application.tracing ? ['default', 'application'] : ['default'],
  ...answers('wget', 'http://localhost:3000/api/health', '60s'),
  mem_limit: '512m',
  ...hardened,
});
