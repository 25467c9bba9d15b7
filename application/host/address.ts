import type { Fault } from '../../ground/fault.js';
import type { Ports } from './ports.js';

/** Where people reach a server in a browser: what they type, `http://monitor.example:3001`, or `https://monitor.example/grafana`. */
export type Address = `http://${string}` | `https://${string}`;

/** Where people reach the servers of a host. One that is left out is reached by nobody, and no link leads to it. */
export type Addresses = { readonly [S in keyof Ports]?: Address };

/** Of a host with one address it is that of Grafana, which alone is published beyond the loopback. */
export const addressesOf = (url: Address | Addresses): Addresses =>
  typeof url === 'string' ? { grafana: url } : url;

const reader = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const faultOf = (address: string): Pick<Fault, 'why' | 'cure'> | undefined => {
  const example = 'write e.g. http://monitor.example:3001, without a / at its end';
  if (!URL.canParse(address)) return { why: `'${address}' is no address`, cure: example };
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username !== '' || password !== '')
    return { why: 'it holds a login, which all messages would tell', cure: example };
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '' || address.endsWith('/'))
    return { why: `'${address}' is more than an address to which a path is added`, cure: example };
  return reader.test(hostname)
    ? {
        why: `${hostname} is the machine of whoever reads the message`,
        cure: 'give the name of the host as others know it, or leave it out: then no link is claimed',
      }
    : undefined;
};

/** Addresses that lead nowhere, or that tell what is secret. */
export const addressFaults = (addresses: Addresses): readonly Fault[] =>
  Object.entries(addresses).flatMap(([server, address]) => {
    const fault = faultOf(address);
    // One with a login is not repeated.
    return fault
      ? [{ where: `url.${server}`, what: fault.why.includes('login') ? '(not shown)' : address, ...fault }]
      : [];
  });
