/** A Loki, version 3 or later, that asks nobody for a tenant. */
export interface Loki {
  /** Its name in the network, as the agents and Grafana see it: `loki.monitoring.svc`. */
  readonly host: string;
  readonly port: number;
}

export const lokiUrl = ({ host, port }: Loki): string => `http://${host}:${port}`;
