import type { Duration } from '#ground/duration.js';
import type { Secret } from '#ground/secret.js';
import type { SecretFile } from '#application/exporter/exporter.js';
import type { Tls } from '#application/scrape/access.js';

/** What is said of every probe, whatever it asks by. */
interface Common {
  /** How long an answer may take; as long as the scrape that asks for it, less half a second, unless given. */
  readonly timeout?: Duration;
  /**
   * By which version of IP an endpoint is asked first; 4 unless given. blackbox_exporter itself takes 6, and tries no other where the name
   * has such an address: in a network without IPv6 the probe then fails.
   */
  readonly ip?: 4 | 6;
}

/** What the body of an answer is to hold, and what not: patterns of RE2, of which each must be found anywhere, or none. */
interface Body {
  readonly holds?: readonly RegExp[];
  readonly lacks?: readonly RegExp[];
}

/** Asks by HTTP, https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md#http_probe. */
export interface HttpModule extends Common {
  readonly prober: 'http';
  /** GET unless given. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'OPTIONS';
  /** The status codes that are right; all of 200 to 299 unless given. */
  readonly statusCodes?: readonly [number, ...number[]];
  /** Whether an answer that does not come over TLS, once redirects are followed, is wrong. */
  readonly onlyHttps?: boolean;
  /** Whether a redirect is the answer; else it is followed. */
  readonly stopAtRedirect?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly tls?: Tls;
  readonly basicAuth?: { readonly username: string; readonly password: Secret };
  /** Sent as `Authorization: Bearer …`. */
  readonly bearerToken?: Secret;
}

/** Opens a connection, over TLS if it says so, and closes it: of a database, a mail server, whatever listens. */
export interface TcpModule extends Common {
  readonly prober: 'tcp';
  /** `{}` is TLS by the certificates that the image trusts. */
  readonly tls?: Tls;
}

/** Types of records that a server may be asked for. */
export const recordTypes = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'SOA', 'SRV', 'TXT'] as const;

/** Asks a server for a name. */
export interface DnsModule extends Common {
  readonly prober: 'dns';
  /** The name that it is asked for: `shop.example`. */
  readonly query: string;
  /** A unless given. */
  readonly type?: (typeof recordTypes)[number];
  /** UDP unless given. */
  readonly over?: 'udp' | 'tcp';
}

/**
 * How endpoints are asked. There is none that asks by ICMP: it takes the capability NET_RAW, which no namespace allows that Pod Security
 * restricts.
 */
export type ProbeModule = HttpModule | TcpModule | DnsModule;

const ofTls = (tls: Tls | undefined): readonly SecretFile[] => [
  ...(tls?.ca ? [{ secret: tls.ca, holds: 'certificate' as const }] : []),
  ...(tls?.certificate
    ? [
        { secret: tls.certificate.cert, holds: 'certificate' as const },
        { secret: tls.certificate.key, holds: 'key' as const },
      ]
    : []),
];

/** The files that a module has opened. */
export const filesOf = (module: ProbeModule): readonly SecretFile[] => {
  if (module.prober === 'dns') return [];
  if (module.prober === 'tcp') return ofTls(module.tls);
  const { tls, basicAuth, bearerToken } = module;
  return [
    ...ofTls(tls),
    ...[basicAuth?.password, bearerToken].flatMap((secret) =>
      secret ? [{ secret, holds: 'login' as const }] : [],
    ),
  ];
};
