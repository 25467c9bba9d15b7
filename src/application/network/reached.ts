import { isIP } from 'node:net';
import type { Fault } from '#ground/fault.js';
import { portFaults } from '#ground/port.js';
import { type Shape, aNumber, exactly, oneOf, text } from '#ground/shape.js';

export const protocols = ['TCP', 'UDP'] as const;
export type Protocol = (typeof protocols)[number];

/** Where a pod goes: to whom, and at which port. */
export interface Reached {
  /**
   * As it is asked for: `shop-db`, which is a Service of its namespace, `loki.monitoring.svc`, `db.example.org`, `10.0.0.5`; or a block of addresses,
   * `10.1.0.0/16`. Whoever has that port unless given.
   */
  readonly host?: string;
  /** Of the pods, where these have another than their Service: policies hold once an address of a Service has become that of a pod. */
  readonly port: number;
  /** TCP unless given. */
  readonly protocol?: Protocol;
}

export const reachedShape: Shape = exactly({ port: aNumber }, { host: text, protocol: oneOf(protocols) });

/** Whether it is a block of addresses: `10.1.0.0/16`, `fd00::/8`. */
export const isBlock = (host: string): boolean => {
  const [address = '', bits, ...more] = host.split('/');
  const family = isIP(address);
  return (
    family !== 0 &&
    more.length === 0 &&
    /^\d{1,3}$/.test(bits ?? '') &&
    Number(bits) <= (family === 4 ? 32 : 128)
  );
};

const isName = (host: string): boolean =>
  /^[a-z0-9]([-\w]*[a-z0-9])?(\.[a-z0-9]([-\w]*[a-z0-9])?)*\.?$/i.test(host);

/** What is no way out. */
export const reachedFaults = (where: string, reaches: readonly Reached[]): readonly Fault[] =>
  reaches.flatMap(({ host, port }, i) => [
    ...portFaults(`${where}[${i}].port`, port),
    ...(host === undefined || isName(host) || isIP(host) !== 0 || isBlock(host)
      ? []
      : [
          {
            where: `${where}[${i}].host`,
            what: host,
            code: 'bad-address' as const,
            why: `'${host}' is neither a name nor an address nor a block of addresses`,
            cure: "write e.g. 'shop-db', 'db.example.org', '10.0.0.5' or '10.1.0.0/16', and its port beside it",
          },
        ]),
  ]);

/** The ports of schemes that exporters are given, where an address names none. */
const usual: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'redis:': 6379,
  'rediss:': 6379,
  'postgres:': 5432,
  'postgresql:': 5432,
};

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Where an address leads, `http://elasticsearch:9200`, `shop-db:5432/shop`; nothing where it names no host and no port that is known. */
export const reachedAt = (address: string): Reached | undefined => {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `any://${address}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, protocol } = new URL(url);
  const number = port === '' ? usual[protocol] : Number(port);
  return hostname === '' || number === undefined ? undefined : { host: bare(hostname), port: number };
};

/** The same for an exporter that watches what answers at one address; nothing is said where that is not known. */
export const reachesAt = (address: string): { readonly reaches?: readonly Reached[] } => {
  const reached = reachedAt(address);
  return reached ? { reaches: [reached] } : {};
};
