import { type Up, isUpBy } from '../scenario/up.js';

/** The metric of nginx-prometheus-exporter by which one nginx is watched. */
export interface NginxMetrics {
  /** `nginx_up`, narrowed to the exporter of one nginx: of several, one that vanishes is not missed. */
  readonly up: Up;
}

/** 1 while the exporter reads nginx's `stub_status`; 0 when it cannot, and when the exporter itself is gone. */
export const nginxUp = ({ up }: NginxMetrics) => isUpBy('nginx_up', up);
