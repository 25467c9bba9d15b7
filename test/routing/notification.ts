/** An alert as a notification holds it. */
interface Told {
  readonly state?: 'firing' | 'resolved';
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const observed = {
  alertname: 'ObserverHighErrorRate',
  severity: 'critical',
  application: 'observer',
  namespace: 'observer-prod',
};
const annotated = {
  summary: '요청의 7.2%가 5xx입니다',
  description: '5분 동안 <5% 여야 합니다 & 지금은 아닙니다',
  runbook_url: 'https://runbooks.example.org/observer#ObserverHighErrorRate',
  dashboard_url: 'https://grafana.example.org/d/observer?var-namespace=observer-prod&from=now-1h',
};

const alert = ({ state = 'firing', labels = {}, annotations = annotated }: Told) => ({
  status: state,
  labels: { ...observed, ...labels },
  annotations,
  startsAt: '2026-06-14T18:12:00Z',
  endsAt: state === 'resolved' ? '2026-06-14T18:47:12.345Z' : '2026-06-14T19:12:00Z',
  generatorURL: 'http://prometheus.example.org/graph',
  fingerprint: 'b06e3b9a1c0e2a31',
});

const common = (maps: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(maps[0] ?? {}).filter(([name, value]) => maps.every((map) => map[name] === value)),
  );

/** The data that Alertmanager hands to a template: https://pkg.go.dev/github.com/prometheus/alertmanager/template#Data. */
export const notification = (...told: readonly Told[]) => {
  const alerts = told.map(alert);
  const commonLabels = common(alerts.map(({ labels }) => labels));
  return {
    receiver: 'slack',
    status: alerts.some(({ status }) => status === 'firing') ? 'firing' : 'resolved',
    alerts,
    groupLabels: { severity: 'critical', namespace: 'observer-prod' },
    commonLabels,
    commonAnnotations: common(alerts.map(({ annotations }) => annotations)),
    externalURL: 'http://alertmanager.example.org',
  };
};

export const pod = (name: string): Told => ({ labels: { pod: name } });
export const resolved = (told: Told): Told => ({ ...told, state: 'resolved' });
