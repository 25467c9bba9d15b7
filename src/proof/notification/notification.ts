/** An alert as Alertmanager tells of it; one that has an end is resolved. */
export interface ToldAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: Date;
  readonly endsAt?: Date;
}

/** What one message tells. */
export interface Notification {
  /** At least one, in order. */
  readonly alerts: readonly [ToldAlert, ...ToldAlert[]];
  /** The labels by which its route groups alerts; those are alike in all of them. */
  readonly groupBy?: readonly string[];
}

type Labels = ToldAlert['labels'];

const shared = (maps: readonly Labels[]): Labels =>
  Object.fromEntries(
    Object.entries(maps[0] ?? {}).filter(([name, value]) => maps.every((map) => map[name] === value)),
  );

const chosen = (labels: Labels, names: readonly string[]): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name)));

/** Go's zero time, which Alertmanager gives an alert that fires for an end. */
const never = '0001-01-01T00:00:00Z';

/** What Alertmanager hands to a template, https://pkg.go.dev/github.com/prometheus/alertmanager/template#Data, as JSON. */
export const templateData = (
  receiver: string,
  { alerts: [first, ...others], groupBy = [] }: Notification,
): string => {
  const alerts = [first, ...others];
  return JSON.stringify({
    receiver,
    status: alerts.some(({ endsAt }) => endsAt === undefined) ? 'firing' : 'resolved',
    alerts: alerts.map(({ labels, annotations, startsAt, endsAt }, i) => ({
      status: endsAt ? 'resolved' : 'firing',
      labels,
      annotations,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? never,
      generatorURL: 'http://prometheus.example.org/graph',
      fingerprint: i.toString(16).padStart(16, '0'),
    })),
    groupLabels: chosen(first.labels, groupBy),
    commonLabels: shared(alerts.map(({ labels }) => labels)),
    commonAnnotations: shared(alerts.map(({ annotations }) => annotations)),
    externalURL: 'http://alertmanager.example.org',
  });
};
