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

/** What a Prometheus in a cluster has of its own service account, as files: its token, and the certificate of who signed the cluster's. */
export const serviceAccountParts = ['token', 'ca', 'token and ca'] as const;
export type ServiceAccountParts = (typeof serviceAccountParts)[number];

/** By what a target is asked. */
export const schemes = ['http', 'https'] as const;

/** How Prometheus comes to a target, and how it shows who it is. */
export interface Access {
  readonly scheme: (typeof schemes)[number];
  readonly tls?: Tls;
  readonly basicAuth?: BasicAuth;
  /** Sent as `Authorization: Bearer …`. */
  readonly bearerToken?: Secret;
  /**
   * What of Prometheus's own service account it shows, or checks by, as what stands behind kube-rbac-proxy and the API server itself want it. Of
   * Services alone: the operator reads files for no others, and a host has none.
   */
  readonly serviceAccount?: ServiceAccountParts;
  /** Why nobody checks whose certificate a target has: in words, since whoever stands between reads along. */
  readonly unverified?: string;
}

type Transport =
  | { readonly scheme?: 'http'; readonly tls?: never; readonly unverified?: never }
  | { readonly scheme: 'https'; readonly tls?: Tls; readonly unverified?: string };
type Shown =
  | { readonly basicAuth?: BasicAuth; readonly bearerToken?: never }
  | { readonly basicAuth?: never; readonly bearerToken?: Secret };

/** The same as it is written: plain HTTP, and nothing shown, unless it says otherwise. */
export type AccessSpec = Transport & Shown & { readonly serviceAccount?: ServiceAccountParts };

export const accessOf = ({
  scheme = 'http',
  tls,
  basicAuth,
  bearerToken,
  serviceAccount,
  unverified,
}: AccessSpec): Access => ({
  scheme,
  ...(tls && { tls }),
  ...(basicAuth && { basicAuth }),
  ...(bearerToken && { bearerToken }),
  ...(serviceAccount && { serviceAccount }),
  ...(unverified !== undefined && { unverified }),
});

/** Whether Prometheus shows the token of its service account. */
export const showsToken = ({ serviceAccount }: Pick<Access, 'serviceAccount'>): boolean =>
  serviceAccount === 'token' || serviceAccount === 'token and ca';
/** Whether it checks by the certificate that its service account knows. */
export const checksByCluster = ({ serviceAccount }: Pick<Access, 'serviceAccount'>): boolean =>
  serviceAccount === 'ca' || serviceAccount === 'token and ca';

/** That only Services are asked as a service account. */
export const serviceAccountFaults = ({ serviceAccount }: Pick<Access, 'serviceAccount'>): readonly Fault[] =>
  serviceAccount === undefined
    ? []
    : [
        {
          where: 'serviceAccount',
          what: serviceAccount,
          code: 'not-for-the-operator',
          why: 'Prometheus has a service account in a cluster alone, and the operator reads its files for Services alone',
          cure: "show a token of a Secret: bearerToken: secret('shop-metrics', 'token')",
        },
      ];

const isHost = (name: string): boolean => /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/i.test(name);

/** What is wrong with it, where the compiler cannot see it. */
export const accessFaults = (access: Access): readonly Fault[] => [
  ...comingFaults(access),
  ...verifyingFaults(access),
];

/** What is wrong with by whom a target's certificate is checked. */
const verifyingFaults = (access: Access): readonly Fault[] => {
  const { scheme, tls, basicAuth, bearerToken, serviceAccount, unverified } = access;
  return [
    ...(unverified === undefined || scheme === 'https'
      ? []
      : [
          {
            where: 'unverified',
            what: unverified,
            code: 'tls-not-used' as const,
            why: 'its targets are asked by plain http, so nothing is checked',
            cure: "write scheme: 'https', or leave unverified out",
          },
        ]),
    ...(unverified === undefined || /\p{L}\P{L}+\p{L}/u.test(unverified)
      ? []
      : [
          {
            where: 'unverified',
            what: unverified,
            code: 'no-reason' as const,
            why: `'${unverified}' does not say why nobody checks whose certificate it is`,
            cure: "say it in words, e.g. 'its certificate has signed itself'",
          },
        ]),
    ...(showsToken(access) && (basicAuth || bearerToken)
      ? [
          {
            where: 'serviceAccount',
            what: serviceAccount ?? '',
            code: 'two-logins' as const,
            why: 'a request has one header Authorization, and the token of the service account is sent in it',
            cure: 'leave one of both out',
          },
        ]
      : []),
    ...(checksByCluster(access) && tls?.ca
      ? [
          {
            where: 'tls.ca',
            what: tls.ca.name,
            code: 'setting-for-nothing' as const,
            why: 'certificates are checked by the one that the service account knows',
            cure: 'leave one of both out',
          },
        ]
      : []),
  ];
};

const comingFaults = ({ scheme, tls, basicAuth, bearerToken }: Access): readonly Fault[] => [
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
