import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { reachesAt } from '#application/network/reached.js';
import { type Fault, refuse } from '#ground/fault.js';
import { isPort } from '#ground/port.js';
import { type Secret, secretReference } from '#ground/secret.js';
import { fields, text, truth } from '#ground/shape.js';
import { caFaults } from './ca.js';
import { type AskedOverTls, type Exporter, caFile, exporter } from './exporter.js';

export interface RedisSpec extends AskedOverTls {
  readonly namespace: string;
  /** Host and port, without user and password: `shop-redis-master:6379`. */
  readonly address: `${string}:${number}`;
  /** Where the user of Redis's access control is kept; its default user unless given. */
  readonly user?: Secret;
  /** Where the password is kept; none is asked for unless given. */
  readonly password?: Secret;
  /** Whether Redis is spoken to over TLS. */
  readonly tls?: boolean;
}

const asked = fields(
  { address: text },
  { user: secretReference, password: secretReference, tls: truth, ca: secretReference },
);

/**
 * redis_exporter for one Redis server, https://github.com/oliver006/redis_exporter.
 *
 * @throws Error on an address that is more than a host and a port: it may hold a password; and on a CA without TLS.
 */
export const redisExporter = (
  name: string,
  { address, user, password, tls = false, ...spec }: RedisSpec,
): Exporter => {
  refuse(`exporter ${name}`, asked('', { address, user, password, tls, ca: spec.ca }));
  if (!isPort(Number(/^[-.\w]+:(\d+)$/.exec(address)?.[1]))) {
    const fault: Fault = {
      where: '',
      // It may hold the password itself.
      what: '',
      code: 'bad-address',
      why: 'its address is not host:port',
      cure: "write e.g. 'shop-redis-master:6379', user and password as Secrets, and tls: true for rediss://",
    };
    refuse(`exporter ${name}`, [fault]);
  }
  refuse(`exporter ${name}`, caFaults(spec.ca, tls, 'write tls: true, or leave the ca out'));
  return exporter(name, {
    image: 'quay.io/oliver006/redis_exporter:v1.77.0-alpine',
    ...reachesAt(address),
    ...spec,
    port: 9121,
    asks: 'wget',
    needs: [`Redis at \`${address}\`${password ? '' : ', without a password'}`],
    livePath: '/health',
    environment: {
      REDIS_ADDR: `${tls ? 'rediss' : 'redis'}://${address}`,
      ...(user && { REDIS_USER: user }),
      ...(password && { REDIS_PASSWORD: password }),
      ...(spec.ca && { REDIS_EXPORTER_TLS_CA_CERT_FILE: caFile }),
    },
    metrics: [redisExporterMetrics],
  });
};
