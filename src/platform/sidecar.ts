import { usualGrafana } from './defaults.js';
import type { GrafanaServer } from './platform.js';

/** By what the sidecars of a Grafana find what they read. */
export type Sidecars = GrafanaServer['sidecar'];

/** As a platform has them of which nothing else is said. */
export const usualSidecars: Sidecars = usualGrafana.sidecar;
