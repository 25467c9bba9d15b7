import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import type { Secret } from '#ground/secret.js';

/** By what a target that answers over TLS is checked, and whoever asks by the target. */
export interface Tls {
  /** The certificate of who signed the target's; those that Prometheus's image trusts unless given. */
  readonly ca?: Secret;
  /** By which Prometheus shows who it is, to a target that asks for that. */
  readonly certificate?: { readonly cert: Secret; readonly key: Secret };
  /**
   * The name that the target's certificate is of. On Kubernetes targets are asked by the addresses of their pods, of which a certificate
   * hardly ever is; on a host by the names of their Services.
   */
  readonly serverName?: string;
}

/** A name and a password. The name is a secret too: a ServiceMonitor takes it from nowhere else. */
export interface BasicAuth {
  readonly username: Secret;
  readonly password: Secret;
}

/** By what a target is asked. */
export const schemes = ['http', 'https'] as const;

/** How Prometheus comes to a target, and how it shows who it is. */
export interface Access {
  readonly scheme: (typeof schemes)[number];
  readonly tls?: Tls;
  readonly basicAuth?: BasicAuth;
  /** Sent as `Authorization: Bearer …`. */
  readonly bearerToken?: Secret;
}

type Transport =
  { readonly scheme?: 'http'; readonly tls?: never } | { readonly scheme: 'https'; readonly tls?: Tls };
type Shown =
  | { readonly basicAuth?: BasicAuth; readonly bearerToken?: never }
  | { readonly basicAuth?: never; readonly bearerToken?: Secret };

/** The same as it is written: plain HTTP, and nothing shown, unless it says otherwise. */
export type AccessSpec = Transport & Shown;

export const accessOf = ({ scheme = 'http', tls, basicAuth, bearerToken }: AccessSpec): Access => ({
  scheme,
  ...(tls && { tls }),
  ...(basicAuth && { basicAuth }),
  ...(bearerToken && { bearerToken }),
});

const isHost = (name: string): boolean => /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/i.test(name);

/** What is wrong with it, where the compiler cannot see it. */
export const accessFaults = ({ scheme, tls, basicAuth, bearerToken }: Access): readonly Fault[] => [
  ...(schemes.includes(scheme)
    ? []
    : [
        {
          where: 'scheme',
          what: scheme,
          code: 'no-such-word' as const,
          why: `Prometheus asks by no '${scheme}'`,
          cure: instead(scheme, schemes),
        },
      ]),
  ...(tls && scheme === 'http'
    ? [
        {
          where: 'tls',
          what: Object.keys(tls).join(', '),
          code: 'tls-not-used' as const,
          why: 'its targets are asked by plain http, so nothing is checked',
          cure: "write scheme: 'https', or leave tls out",
        },
      ]
    : []),
  ...(tls?.serverName === undefined || isHost(tls.serverName)
    ? []
    : [
        {
          where: 'tls.serverName',
          what: tls.serverName,
          code: 'bad-address' as const,
          why: `'${tls.serverName}' is no name that a certificate could be of`,
          cure: "write e.g. 'shop.shop-prod.svc', without scheme and port",
        },
      ]),
  ...(basicAuth && bearerToken
    ? [
        {
          where: 'bearerToken',
          what: `secret('${bearerToken.name}', '${bearerToken.key}')`,
          code: 'two-logins' as const,
          why: 'a request has one header Authorization, and basicAuth is sent in it',
          cure: 'leave one of both out',
        },
      ]
    : []),
];

/** The secrets that are certificates and their keys: each a file. */
export const certificatesOf = ({ tls }: Access): readonly Secret[] => [
  ...(tls?.ca ? [tls.ca] : []),
  ...(tls?.certificate ? [tls.certificate.cert, tls.certificate.key] : []),
];

/** The secrets that Prometheus shows: names, passwords, tokens. */
export const loginsOf = ({ basicAuth, bearerToken }: Access): readonly Secret[] => [
  ...(basicAuth ? [basicAuth.username, basicAuth.password] : []),
  ...(bearerToken ? [bearerToken] : []),
];
