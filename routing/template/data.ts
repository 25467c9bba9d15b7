/**
 * What Alertmanager hands to a template and what it can do with it, as in release 0.25, the oldest that this project is proven
 * with: https://prometheus.io/docs/alerting/latest/notifications/.
 */
export interface Shape {
  readonly name: string;
  /** Its fields and methods, by name. */
  readonly fields: Readonly<Record<string, ShapeName>>;
  /** What `range` and `index` take of it. */
  readonly element?: ShapeName;
  /** Whether every name is a field, as of a map. */
  readonly open?: true;
}

const text = 'text';
const time = 'time';

export const shapes = {
  data: {
    name: 'the data of a notification',
    fields: {
      Receiver: text,
      Status: text,
      Alerts: 'alerts',
      GroupLabels: 'map',
      CommonLabels: 'map',
      CommonAnnotations: 'map',
      ExternalURL: text,
    },
  },
  alerts: { name: 'the alerts', fields: { Firing: 'someAlerts', Resolved: 'someAlerts' }, element: 'alert' },
  someAlerts: { name: 'a list of alerts', fields: {}, element: 'alert' },
  alert: {
    name: 'an alert',
    fields: {
      Status: text,
      Labels: 'map',
      Annotations: 'map',
      StartsAt: time,
      EndsAt: time,
      GeneratorURL: text,
      Fingerprint: text,
    },
  },
  map: {
    name: 'labels or annotations',
    fields: { SortedPairs: 'pairs', Remove: 'map', Names: 'texts', Values: 'texts' },
    element: text,
    open: true,
  },
  pairs: { name: 'sorted pairs', fields: { Names: 'texts', Values: 'texts' }, element: 'pair' },
  pair: { name: 'a pair', fields: { Name: text, Value: text } },
  texts: { name: 'a list of texts', fields: {}, element: text },
  text: { name: 'a text', fields: {} },
  value: { name: 'a number or a truth', fields: {} },
  /** Go's `time.Time`, as far as a message may want it. */
  time: {
    name: 'a time',
    fields: {
      Add: time,
      AddDate: time,
      After: 'value',
      Before: 'value',
      Day: 'value',
      Equal: 'value',
      Format: text,
      Hour: 'value',
      IsZero: 'value',
      Local: time,
      Minute: 'value',
      Month: 'unknown',
      Round: time,
      Second: 'value',
      String: text,
      Sub: 'duration',
      Truncate: time,
      UTC: time,
      Unix: 'value',
      UnixMilli: 'value',
      Weekday: 'unknown',
      Year: 'value',
      YearDay: 'value',
    },
  },
  duration: {
    name: 'a duration',
    fields: {
      Hours: 'value',
      Microseconds: 'value',
      Milliseconds: 'value',
      Minutes: 'value',
      Nanoseconds: 'value',
      Round: 'duration',
      Seconds: 'value',
      String: text,
      Truncate: 'duration',
    },
  },
  /** What this project knows nothing of, and so lets pass. */
  unknown: { name: 'a value', fields: {}, element: 'unknown', open: true },
} as const satisfies Readonly<Record<string, ShapeOf>>;

type ShapeOf = Omit<Shape, 'fields' | 'element'> & {
  readonly fields: Readonly<Record<string, string>>;
  readonly element?: string;
};
export type ShapeName = keyof typeof shapes;

/** What a function gives: a shape, or that of its first argument, or of what its first argument holds. */
export type Gives = ShapeName | 'argument' | 'element';

/** Go's functions and Alertmanager's. */
export const functions: Readonly<Record<string, Gives>> = {
  and: 'unknown',
  or: 'argument',
  not: 'value',
  eq: 'value',
  ne: 'value',
  lt: 'value',
  le: 'value',
  gt: 'value',
  ge: 'value',
  call: 'unknown',
  html: text,
  index: 'element',
  js: text,
  len: 'value',
  print: text,
  printf: text,
  println: text,
  slice: 'argument',
  urlquery: text,
  join: text,
  match: 'value',
  reReplaceAll: text,
  safeHtml: text,
  stringSlice: 'texts',
  title: text,
  toLower: text,
  toUpper: text,
  trimSpace: text,
};

/** Templates that Alertmanager defines itself. */
export const isDefinedByAlertmanager = (name: string): boolean => /^(__\w+|\w+\.default\.\w+)$/.test(name);
