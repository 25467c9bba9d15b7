import type { Cluster } from './cluster.js';

/**
 * Where what evaluates rules beside a Prometheus hands its alerts: to each Alertmanager of the platform, of which DNS tells and which tell each other;
 * else to the one at the address that the cluster says. Nothing where neither is there.
 */
export const alertmanagerOf = ({
  platform,
  addresses,
}: Pick<Cluster, 'platform' | 'addresses'>): string | undefined =>
  platform.alertmanager === undefined
    ? addresses.alertmanager
    : `dnssrv+http://_http-web._tcp.alertmanager-operated.${platform.namespace}.svc`;
