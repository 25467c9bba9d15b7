/** What labels hold in life whose values nobody declares, each with its share of what happens. */
const usual: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  path: {
    '/api/v1/search': 30,
    '/api/v1/items': 34,
    '/api/v1/items/:id': 22,
    '/api/v1/users/me': 9,
    '/api/v1/login': 5,
  },
  page: { '/': 52, '/search': 24, '/items': 16, '/mypage': 8 },
  view: { 'item-list': 42, 'item-detail': 30, 'admin:index': 18, 'user-profile': 10 },
  method: { GET: 74, POST: 20, PUT: 4, DELETE: 2 },
  status: { 200: 960, 404: 9, 500: 0.25, 201: 18, 400: 3, 503: 0.05 },
  operation: { select: 74, insert: 12, update: 11, delete: 3 },
  table: { items: 40, users: 26, orders: 20, sessions: 14 },
  relname: { items: 40, users: 26, orders: 20, sessions: 14 },
  queue: { celery: 60, emails: 25, images: 15 },
  task: { 'tasks.classify_image': 50, 'tasks.send_mail': 30, 'tasks.clean_up': 20 },
  payment_method: { card: 62, kakaopay: 24, naverpay: 10, transfer: 4 },
  category_id: { 1: 34, 2: 24, 3: 17, 4: 12, 5: 8, 6: 5 },
  cmd: { get: 55, set: 22, expire: 9, del: 6, hgetall: 8 },
  command: { get: 55, set: 22, expire: 9, del: 6 },
  mode: {
    idle: 740,
    user: 160,
    system: 70,
    iowait: 18,
    softirq: 6,
    irq: 1,
    nice: 1,
    steal: 4,
    guest: 0,
    guest_nice: 0,
  },
  state: { idle: 70, active: 22, 'idle in transaction': 5 },
  wait_event_type: { Client: 80, IO: 12, LWLock: 6, Lock: 2 },
  cpu: { 0: 1, 1: 1 },
  device: { sda: 1 },
  fstype: { ext4: 1 },
  mountpoint: { '/': 1 },
  datname: { app: 9, postgres: 1 },
  usename: { app: 1 },
  user: { app: 1 },
  application_name: { server: 1 },
  wait_event: { ClientRead: 1 },
  schemaname: { public: 1 },
  queryid: { '5127390012348876': 50, '8840021175230914': 30, '1203984457712093': 20 },
  quantile: { 0.5: 1, 0.9: 1, 0.95: 1, 0.99: 1 },
  service_name: { server: 1 },
  span_name: { 'GET /api/v1/items': 60, 'POST /api/v1/login': 40 },
  model: { 'gpt-4o-mini': 80, 'gpt-4o': 20 },
  bucket: { images: 1 },
  vhost: { '/': 1 },
  protocol: { amqp091: 1 },
  queue_type: { rabbit_classic_queue: 1 },
  receiver: { otlp: 1 },
  transport: { grpc: 1 },
  processor: { batch: 1 },
  exporter: { otlp: 1 },
  alias: { default: 1 },
  vendor: { postgresql: 1 },
  backend: { default: 1 },
  db: { db0: 1 },
  name: { main: 1 },
  cluster: { main: 1 },
  index: { '.ds-logs-2026.03.01-000001': 1 },
  mount: { '/usr/share/elasticsearch/data (/dev/sda1)': 1 },
  type: { float: 1 },
  integration: { slack: 60, email: 40 },
  rule_group: { 'alerts.yml;application': 1 },
  alertmanager: { 'http://alertmanager:9093/api/v2/alerts': 1 },
  interface: { eth0: 1 },
  node: { 'node-1': 1 },
  le: {},
};

/** Others that are called otherwise. */
const alike: Readonly<Record<string, string>> = {
  ...{ endpoint: 'path', route: 'path', handler: 'path', uri: 'path', http_route: 'path', url: 'page' },
  ...{
    code: 'status',
    status_code: 'status',
    http_response_status_code: 'status',
    http_request_method: 'method',
  },
  ...{ task_name: 'task', queue_name: 'queue', queryid: 'queryid', db_name: 'datname', database: 'datname' },
};

const sharesOf = (label: string): Readonly<Record<string, number>> | undefined =>
  usual[alike[label] ?? label];

/** Whether a label says how a request or a task ended, of which most end well. */
export const saysHowItEnded = (label: string): boolean => (alike[label] ?? label) === 'status';

/** Values that a label has in life; of one that is in no list two that say no more than that they differ. */
export const usualValues = (label: string): readonly string[] => {
  // Numbers would stand in their own order among an object's keys.
  if (saysHowItEnded(label)) return ['200', '500', '404', '201', '400', '503'];
  return Object.keys(sharesOf(label) ?? { main: 1, other: 1 });
};

/** How things end that are called by a word: most well, some not yet, hardly any badly. */
const ends: readonly (readonly [words: RegExp, weight: number])[] = [
  [/^(success|succeeded|ok|completed|paid|done|sampled|true|status_code_(ok|unset))$/i, 960],
  [/pending|processing|preparing|started|received/i, 60],
  [/cancel|refund|not_sampled|false/i, 20],
  [/fail|err|timeout|reject|refus|revoked|retry|dead/i, 0.25],
];

/** How much of what happens has this value, against other values of its label: each next one has two thirds of the one before unless it is known. */
export const weightOf = (label: string, value: string, place: number): number => {
  const shares = sharesOf(label);
  const known = shares?.[value] ?? ends.find(([words]) => words.test(value))?.[1];
  if (known !== undefined) return known;
  if (/^5\d\d$/.test(value)) return 0.05;
  const among = shares ? Math.min(...Object.values(shares).filter((each) => each > 0)) : 100;
  return among * (2 / 3) ** place;
};

/** How something ends that is no request over HTTP, by what it is called. */
export const endsOf = (metric: string): readonly string[] | undefined => {
  if (/order|payment/.test(metric)) return ['completed', 'pending', 'cancelled'];
  return /http|request|response|fastapi|django|rate/.test(metric) ? undefined : ['success', 'error'];
};
