/** As which kinds of objects an application is written for whoever scrapes and tells where it runs; as what its rules are, their evaluator says. */
export interface WrittenAs {
  /** For whose operator scrapes are written. */
  readonly scrapes: 'prometheus' | 'victoriametrics';
  /** Labels that its AlertmanagerConfigs carry beside those of the application. */
  readonly routingLabels: Readonly<Record<string, string>>;
}

/** For a Prometheus and the Alertmanager beside it. */
export const forPrometheus: WrittenAs = { scrapes: 'prometheus', routingLabels: {} };
