import { nginxExporterMetrics } from '../../metrics/nginx-exporter.js';
import { type Asked, type Exporter, exporter } from './exporter.js';

export interface NginxSpec extends Asked {
  readonly namespace: string;
  /** Where nginx serves `stub_status`, to nobody but its own network: `http://nginx:8080/stub_status`. */
  readonly status: `http://${string}` | `https://${string}`;
}

/** nginx-prometheus-exporter for one nginx, https://github.com/nginx/nginx-prometheus-exporter. */
export const nginxExporter = (name: string, { status, ...spec }: NginxSpec): Exporter =>
  exporter(name, {
    ...spec,
    image: 'nginx/nginx-prometheus-exporter:1.4.2',
    port: 9113,
    // The image holds nothing but the exporter.
    wget: false,
    args: [`--nginx.scrape-uri=${status}`],
    environment: {},
    metrics: [nginxExporterMetrics],
  });
