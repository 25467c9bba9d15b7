/** An address that a browser asks: `https://grafana.example.org`. */
export type Https = `https://${string}`;

/** Where people read what a cluster's monitoring shows; links lead to those that are said. Two clusters that say one address share the server. */
export interface ClusterAddresses {
  readonly grafana?: Https;
  readonly prometheus?: Https;
  readonly alertmanager?: Https;
  /** Below which the pages of runbooks are read, each as `<application>/<alert>.md`. */
  readonly runbooks?: Https;
}

/** What an application is told of the cluster that it is described for: it is a function of it where it differs. */
export interface Here {
  readonly cluster: string;
  readonly environment: string;
  /** What Prometheus adds to all that leaves it: `cluster`, `environment` and what else the cluster says. */
  readonly labels: Readonly<Record<string, string>>;
  readonly addresses: ClusterAddresses;
}
