import type { Fault } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { instead } from '#ground/nearest.js';
import { type Shape, byName, exactly, listOf, text } from '#ground/shape.js';
import { type CollectorConfiguration, typeOf } from './configuration.js';
import { type ComponentKind, components, telemetry } from './known/components.js';
import { pipelinesFaults } from './pipelines.js';

/** Components of a kind, each of a type that is known and told what that takes. */
const ofKind =
  (kind: ComponentKind): Shape =>
  (where, value) => {
    const known: Readonly<Record<string, Shape>> = components[kind];
    if (!isObject(value)) return exactly({})(where, value);
    return Object.entries(value).flatMap(([id, told]) => {
      const shape = known[typeOf(id)];
      return shape
        ? shape(`${where}.${id}`, told)
        : [
            {
              where,
              what: id,
              code: 'no-such-word' as const,
              why: `no component of the ${kind} that are known is a ${typeOf(id)}`,
              cure: instead(typeOf(id), Object.keys(known)),
            },
          ];
    });
  };

const pipeline = exactly({ receivers: listOf(text), exporters: listOf(text) }, { processors: listOf(text) });

/** All that a configuration may say. */
const configurationShape = exactly(
  {
    ...{ extensions: ofKind('extensions'), receivers: ofKind('receivers') },
    ...{ processors: ofKind('processors'), exporters: ofKind('exporters') },
    service: exactly({ extensions: listOf(text), telemetry, pipelines: byName(pipeline) }),
  },
  { connectors: ofKind('connectors') },
);

const numberOf = (told: object, field: string): number | undefined => {
  const value = new Map<string, unknown>(Object.entries(told)).get(field);
  return typeof value === 'number' ? value : undefined;
};

/** Limits that the collector refuses when it starts, or that do the opposite of what they say. */
const limitFaults = ({ processors }: CollectorConfiguration): readonly Fault[] => {
  const above = (id: string, low: string, high: string, why: string): readonly Fault[] => {
    const told = processors[id] ?? {};
    const [small, large] = [numberOf(told, low), numberOf(told, high)];
    return small === undefined || large === undefined || large === 0 || small < large
      ? []
      : [
          {
            where: `processors.${id}.${low}`,
            what: `${small}`,
            code: 'request-over-limit',
            why: `${low} is ${small} and ${high} ${large}: ${why}`,
            cure: `write less than ${large}`,
          },
        ];
  };
  const orMore = (id: string): readonly Fault[] => {
    const told = processors[id] ?? {};
    const [most, size] = [numberOf(told, 'send_batch_max_size'), numberOf(told, 'send_batch_size')];
    return most === undefined || most === 0 || size === undefined || size <= most
      ? []
      : [
          {
            where: `processors.${id}.send_batch_size`,
            what: `${size}`,
            code: 'request-over-limit',
            why: `a batch of ${size} is more than send_batch_max_size, which is ${most}`,
            cure: `write at most ${most}`,
          },
        ];
  };
  return Object.keys(processors).flatMap((id) => {
    if (typeOf(id) === 'batch') return orMore(id);
    if (typeOf(id) !== 'memory_limiter') return [];
    const told = processors[id] ?? {};
    const hasLimit = ['limit_mib', 'limit_percentage'].some((field) => (numberOf(told, field) ?? 0) > 0);
    const tooMuch = 'nothing is left, and the collector does not start';
    return [
      ...above(id, 'spike_limit_mib', 'limit_mib', tooMuch),
      ...above(id, 'spike_limit_percentage', 'limit_percentage', tooMuch),
      ...(hasLimit
        ? []
        : [
            {
              where: `processors.${id}`,
              what: id,
              code: 'missing-field' as const,
              why: 'it has no limit, and the collector does not start',
              cure: 'write limit_mib',
            },
          ]),
    ];
  });
};

/**
 * What is wrong with a configuration: a component or a field that its release does not know, a value that it does not read, components that
 * are joined to nothing or in the wrong order, limits that leave nothing, an address with a login.
 */
export const collectorFaults = (configuration: CollectorConfiguration): readonly Fault[] => {
  const malformed = configurationShape('', configuration);
  return malformed.length > 0
    ? malformed
    : [...pipelinesFaults(configuration), ...limitFaults(configuration)];
};
