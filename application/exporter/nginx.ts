import { nginxExporterMetrics } from '../../metrics/nginx-exporter.js';
import { type Asked, type Exporter, exporter, withoutLogin } from './exporter.js';

export interface NginxSpec extends Asked {
  readonly namespace: string;
  /** Where nginx serves `stub_status`, to nobody but its own network: `http://nginx:8080/stub_status`. */
  readonly status: `http://${string}` | `https://${string}`;
}

/**
 * nginx-prometheus-exporter for one nginx, https://github.com/nginx/nginx-prometheus-exporter.
 *
 * @throws Error on an address with a login.
 */
export const nginxExporter = (name: string, { status, ...spec }: NginxSpec): Exporter =>
  exporter(name, {
    ...spec,
    image: 'nginx/nginx-prometheus-exporter:1.4.2',
    port: 9113,
    needs: [`nginx with \`stub_status\` at \`${status}\``],
    args: [`--nginx.scrape-uri=${withoutLogin(name, status, "'http://nginx:8080/stub_status'")}`],
    environment: {},
    metrics: [nginxExporterMetrics],
  });
