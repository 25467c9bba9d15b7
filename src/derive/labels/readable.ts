/** What labels of these names are in series that are made up: short, and told from each other at a glance. */
const values: Readonly<Record<string, (nth: number) => string>> = {
  instance: (nth) => `host-${nth}:9100`,
  host: (nth) => `host-${nth}`,
  hostname: (nth) => `host-${nth}`,
  nodename: (nth) => `host-${nth}`,
  node: (nth) => `node-${nth}`,
  job: (nth) => named(['shop', 'bakery', 'canteen'], nth),
  namespace: (nth) => named(['shop', 'bakery', 'canteen'], nth),
  exported_namespace: (nth) => named(['shop', 'bakery', 'canteen'], nth),
  cluster: (nth) => named(['seoul', 'busan', 'daegu'], nth),
  pod: (nth) => `web-${nth}`,
  replica: (nth) => `web-${nth}`,
  container: (nth) => named(['web', 'worker', 'proxy'], nth),
  deployment: (nth) => named(['web', 'worker', 'proxy'], nth),
  service: (nth) => named(['web', 'worker', 'proxy'], nth),
  device: (nth) => `sd${'abcdefghijklmnopqrstuvwxyz'[nth - 1] ?? `a${nth}`}`,
  mountpoint: (nth) => named(['/data', '/var', '/srv'], nth),
  fstype: () => 'ext4',
  code: (nth) => named(['200', '204', '301'], nth),
  status: (nth) => named(['200', '204', '301'], nth),
  status_code: (nth) => named(['200', '204', '301'], nth),
  method: (nth) => named(['GET', 'POST', 'PUT'], nth),
  path: (nth) => named(['/orders', '/items', '/users'], nth),
  handler: (nth) => named(['/orders', '/items', '/users'], nth),
  queue: (nth) => named(['orders', 'mails', 'bills'], nth),
  topic: (nth) => named(['orders', 'mails', 'bills'], nth),
  datname: (nth) => named(['orders', 'mails', 'bills'], nth),
  database: (nth) => named(['orders', 'mails', 'bills'], nth),
};

const named = (names: readonly string[], nth: number): string => names[nth - 1] ?? `${names[0] ?? ''}-${nth}`;

/** The nth value of a label that nothing else is asked of, counted from 1. */
export const readable = (label: string, nth = 1): string =>
  (Object.hasOwn(values, label) ? values[label]?.(nth) : undefined) ?? `${label}-${nth}`;
