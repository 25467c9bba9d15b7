/** The data sources that every Grafana of ours is given; a panel can name no other. */
export const datasources = {
  prometheus: { type: 'prometheus', uid: 'prometheus' },
  loki: { type: 'loki', uid: 'loki' },
  /** Grafana's own, for what queries nothing. */
  grafana: { type: 'grafana', uid: '-- Grafana --' },
} as const;

export type Datasource = (typeof datasources)[keyof typeof datasources];
