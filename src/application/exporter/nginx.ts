import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { reachesAt } from '#application/network/reached.js';
import { secretReference } from '#ground/secret.js';
import { fields, text } from '#ground/shape.js';
import { refuse } from '#ground/fault.js';
import { caFaults } from './ca.js';
import { type AskedOverTls, type Exporter, caFile, exporter, withoutLogin } from './exporter.js';

export interface NginxSpec extends AskedOverTls {
  readonly namespace: string;
  /** Where nginx serves `stub_status`, to nobody but its own network: `http://nginx:8080/stub_status`. */
  readonly status: `http://${string}` | `https://${string}`;
}

const asked = fields({ status: text }, { ca: secretReference });

/**
 * nginx-prometheus-exporter for one nginx, https://github.com/nginx/nginx-prometheus-exporter.
 *
 * @throws Error on an address with a login, and on a CA for one without TLS.
 */
export const nginxExporter = (name: string, { status, ...spec }: NginxSpec): Exporter => {
  refuse(`exporter ${name}`, asked('', { status, ca: spec.ca }));
  refuse(
    `exporter ${name}`,
    caFaults(spec.ca, !status.startsWith('http://'), 'write https:// in status, or leave the ca out'),
  );
  return exporter(name, {
    image: 'nginx/nginx-prometheus-exporter:1.4.2',
    ...reachesAt(status),
    ...spec,
    port: 9113,
    needs: [`nginx with \`stub_status\` at \`${status}\``],
    args: [
      `--nginx.scrape-uri=${withoutLogin(name, status, "'http://nginx:8080/stub_status'")}`,
      ...(spec.ca ? [`--nginx.ssl-ca-cert=${caFile}`] : []),
    ],
    environment: {},
    metrics: [nginxExporterMetrics],
  });
};
