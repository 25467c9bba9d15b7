import type { Access } from '#application/scrape/access.js';
import { mountedSecret } from './secret.js';

/**
 * How a target is come to, in the words of Prometheus: each secret is a file. Prometheus 3 goes on to show what it has read once, until it is
 * started anew. It reads a name from a file since 2.47.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#http_config
 */
export const accessConfig = ({ scheme, tls = {}, basicAuth, bearerToken, unverified }: Access) => ({
  ...(scheme !== 'http' && { scheme }),
  ...((Object.keys(tls).length > 0 || unverified !== undefined) && {
    tls_config: {
      ...(unverified !== undefined && { insecure_skip_verify: true }),
      ...(tls.ca && { ca_file: mountedSecret(tls.ca) }),
      ...(tls.certificate && {
        cert_file: mountedSecret(tls.certificate.cert),
        key_file: mountedSecret(tls.certificate.key),
      }),
      ...(tls.serverName !== undefined && { server_name: tls.serverName }),
    },
  }),
  ...(basicAuth && {
    basic_auth: {
      username_file: mountedSecret(basicAuth.username),
      password_file: mountedSecret(basicAuth.password),
    },
  }),
  ...(bearerToken && { authorization: { credentials_file: mountedSecret(bearerToken) } }),
});
