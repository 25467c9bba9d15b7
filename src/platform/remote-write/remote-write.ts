import { type Fault, below, refuse } from '#ground/fault.js';
import { type Secret, secretReference } from '#ground/secret.js';
import { exactly, text, truth } from '#ground/shape.js';
import { addressFaults } from './address.js';
import { type Queue, queueFaults, queueShape, usualQueue } from './queue.js';
import { tenantFaults } from './tenant.js';
import { type Written, dropShape, keepShape, writtenFaults } from './written.js';

/** A name and a password. */
export interface Login {
  readonly username: Secret;
  readonly password: Secret;
}

/** By what the other side is checked, and how Prometheus shows there who it is. */
export interface RemoteTls {
  readonly ca?: Secret;
  readonly certificate?: { readonly cert: Secret; readonly key: Secret };
  readonly serverName?: string;
}

/** Where Prometheus writes what it has, as it has it: to a Mimir, a VictoriaMetrics, another Prometheus. */
export interface RemoteWrite extends Written {
  /** With its path: `https://mimir.example.com/api/v1/push`. */
  readonly url: string;
  /** What its metrics call it, `prometheus_remote_storage_…{remote_name="…"}`. */
  readonly name: string;
  /** Whose samples they are to Mimir: the header `X-Scope-OrgID`. */
  readonly tenant?: string;
  readonly login?: Login;
  /** Sent as `Authorization: Bearer …`. */
  readonly bearer?: Secret;
  readonly tls?: RemoteTls;
  readonly queue: Queue;
  readonly sendExemplars: boolean;
  /** Prometheus sends none unless told, and of a native histogram there is nothing else to send. */
  readonly sendNativeHistograms: boolean;
}

/** What differs from what is usual. */
export interface RemoteWriteSpec
  extends
    Pick<RemoteWrite, 'url' | 'tenant' | 'login' | 'bearer' | 'tls'>,
    Partial<Pick<RemoteWrite, 'name' | 'keep' | 'drop' | 'sendExemplars' | 'sendNativeHistograms'>> {
  readonly queue?: Partial<Queue>;
}

/** The secrets by which it is written, each once: they must be in the namespace of Prometheus. */
export const remoteWriteSecrets = ({
  login,
  bearer,
  tls = {},
}: Pick<RemoteWrite, 'login' | 'bearer' | 'tls'>): readonly Secret[] => [
  ...(login ? [login.username, login.password] : []),
  ...(bearer ? [bearer] : []),
  ...(tls.ca ? [tls.ca] : []),
  ...(tls.certificate ? [tls.certificate.cert, tls.certificate.key] : []),
];

const certificateShape = exactly({ cert: secretReference, key: secretReference });

/** How the other side is come to, which whoever loads rules there says too. */
export const loginShapes = {
  login: exactly({ username: secretReference, password: secretReference }),
  bearer: secretReference,
  tls: exactly({}, { ca: secretReference, certificate: certificateShape, serverName: text }),
};

export const remoteWriteShape = exactly(
  { url: text, queue: queueShape, keep: keepShape, drop: dropShape },
  { name: text, tenant: text, ...loginShapes, sendExemplars: truth, sendNativeHistograms: truth },
);

/** That one way to show who asks is enough, and that TLS is used where it is described. */
export const shownFaults = ({
  url,
  login,
  bearer,
  tls,
}: Pick<RemoteWrite, 'url' | 'login' | 'bearer' | 'tls'>): readonly Fault[] => [
  ...addressFaults('url', url, login !== undefined || bearer !== undefined),
  ...(login && bearer
    ? [
        {
          where: 'bearer',
          what: `secret('${bearer.name}', '${bearer.key}')`,
          code: 'two-logins' as const,
          why: 'a request has one header Authorization, and login is sent in it',
          cure: 'leave one of both out',
        },
      ]
    : []),
  ...(tls && url.startsWith('http://')
    ? [
        {
          where: 'tls',
          what: Object.keys(tls).join(', '),
          code: 'tls-not-used' as const,
          why: 'it is written by plain http, so nothing is checked',
          cure: 'write https://, or leave tls out',
        },
      ]
    : []),
];

/** What is wrong with a remote write, whether it was made so or changed since. */
export const remoteWriteFaults = (write: RemoteWrite): readonly Fault[] => [
  ...shownFaults(write),
  ...(write.tenant === undefined ? [] : tenantFaults('tenant', write.tenant)),
  ...below('queue', queueFaults(write.queue)),
  ...writtenFaults(write),
];

/**
 * Describes where Prometheus writes what it has.
 *
 * @throws Refusal on an address that is none or holds a login, on a login by plain http to beyond the cluster, on two logins, on no tenant of
 * Mimir, on a queue that contradicts itself, on patterns that RE2 does not know.
 */
export const remoteWrite = (spec: RemoteWriteSpec): RemoteWrite => {
  const given = {
    name: 'remote',
    keep: [],
    drop: [],
    sendExemplars: false,
    sendNativeHistograms: false,
    ...spec,
  };
  const made: RemoteWrite = { ...given, queue: { ...usualQueue, ...spec.queue } };
  refuse('remote write', remoteWriteShape('', made));
  refuse('remote write', remoteWriteFaults(made));
  return made;
};
