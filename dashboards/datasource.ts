/** The data sources that a Grafana of ours can have; a panel can name no other. */
export const datasources = {
  prometheus: { type: 'prometheus', uid: 'prometheus' },
  /** Where logs are sent to it. */
  loki: { type: 'loki', uid: 'loki' },
  /** Where logs are sent to it and it asks nobody who he is. */
  elasticsearch: { type: 'elasticsearch', uid: 'elasticsearch' },
  /** Grafana's own, for what queries nothing. */
  grafana: { type: 'grafana', uid: '-- Grafana --' },
} as const;

export type Datasource = (typeof datasources)[keyof typeof datasources];
