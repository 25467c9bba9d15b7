import { isIP } from 'node:net';
import { isBlock } from './reached.js';

type Labels = Readonly<Record<string, string>>;

/** Pods of a namespace: those with these labels; without any label, which of them is not known. */
export interface Pods {
  readonly of: 'pods';
  readonly namespace: string;
  readonly labels: Labels;
}

/** Where a connection begins or ends, as far as a policy can say it. */
export type End =
  | Pods
  /** Addresses, `10.0.0.5/32`. */
  | { readonly of: 'block'; readonly cidr: string }
  /** A name outside of the cluster, whose address nobody knows beforehand. */
  | { readonly of: 'anywhere' };

/** The pod itself is reached by no network. */
const isItself = (host: string): boolean => host === 'localhost' || /^127\.|^::1$/.test(host);

/**
 * Where a name leads from a namespace: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/. Of two parts, `cache.shop`, it
 * may be a Service of another namespace or stand outside, so it may be anywhere.
 *
 * @returns nothing for the pod itself.
 */
export const endOf = (host: string | undefined, namespace: string): End | undefined => {
  if (host === undefined) return { of: 'anywhere' };
  if (isItself(host)) return undefined;
  if (isBlock(host)) return { of: 'block', cidr: host };
  const family = isIP(host);
  if (family !== 0) return { of: 'block', cidr: `${host}/${family === 4 ? 32 : 128}` };
  const [, inside] = /\.([^.]+)\.svc(\.|$)/.exec(host) ?? [];
  if (inside !== undefined) return { of: 'pods', namespace: inside, labels: {} };
  return host.includes('.') ? { of: 'anywhere' } : { of: 'pods', namespace, labels: {} };
};
