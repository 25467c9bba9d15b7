import { type Access, checksByCluster, showsToken } from '#application/scrape/access.js';
import type { Secret } from '#ground/secret.js';

/** A key of a Secret in the namespace of the object, a value that nobody else holds. */
const selector = ({ name, key }: Secret) => ({ name, key });

/**
 * How a target is come to, in the words of the operator. An authorization is of the type Bearer where it names none.
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint
 */
export const accessFields = (access: Access) => ({
  ...asked(access),
  ...(showsToken(access) && { bearerTokenFile: `${serviceAccount}/token` }),
});

/** Where the files of a pod's service account are. */
const serviceAccount = '/var/run/secrets/kubernetes.io/serviceaccount';

const asked = ({ scheme, tls = {}, basicAuth, bearerToken, unverified, ...account }: Access) => ({
  ...(scheme !== 'http' && { scheme }),
  ...((Object.keys(tls).length > 0 || unverified !== undefined || checksByCluster(account)) && {
    tlsConfig: {
      ...(checksByCluster(account) && { caFile: `${serviceAccount}/ca.crt` }),
      ...(unverified !== undefined && { insecureSkipVerify: true }),
      ...(tls.ca && { ca: { secret: selector(tls.ca) } }),
      ...(tls.certificate && {
        cert: { secret: selector(tls.certificate.cert) },
        keySecret: selector(tls.certificate.key),
      }),
      ...(tls.serverName !== undefined && { serverName: tls.serverName }),
    },
  }),
  ...(basicAuth && {
    basicAuth: { username: selector(basicAuth.username), password: selector(basicAuth.password) },
  }),
  ...(bearerToken && { authorization: { credentials: selector(bearerToken) } }),
});
