import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';

/** What has ports by names: a Service, or pods. */
interface Ported {
  readonly name: string;
  readonly ports: Readonly<Record<string, unknown>>;
}

/** A port that one of them does not have. */
export const unknownPort = (
  kind: 'Service' | 'pods',
  given: readonly Ported[],
  port: string,
): readonly Fault[] => {
  const without = given.filter(({ ports }) => !Object.hasOwn(ports, port));
  const [first] = without;
  return first
    ? [
        {
          where: 'port',
          what: port,
          code: 'no-such-port',
          why: `${kind} ${without.map(({ name }) => name).join(', ')} ${kind === 'pods' ? 'have' : 'has'} no port '${port}'`,
          cure: instead(port, Object.keys(first.ports)),
        },
      ]
    : [];
};
