import { type Up, isUpBy } from '#alerts/scenario/up.js';

/** The metric of nginx-prometheus-exporter by which one nginx is watched. */
export interface NginxMetrics {
  /** `nginx_up`, narrowed to the exporter of one nginx: of several, the worst counts. */
  readonly up: Up;
}

/** 1 while the exporter reads nginx's `stub_status`; 0 when it cannot; nothing while the exporter itself is gone. */
export const nginxUp = ({ up }: NginxMetrics) => isUpBy('nginx_up', up);
