import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { twice } from '#ground/repeated.js';
import { type CollectorConfiguration, type Pipeline, typeOf } from './configuration.js';

/** Processors in the only order that does what they are there for. */
const order: readonly string[] = ['memory_limiter', 'resource', 'tail_sampling', 'batch'];

const outOfOrder = (where: string, what: string, why: string, cure: string): Fault => ({
  where,
  what,
  code: 'processors-out-of-order',
  why,
  cure,
});

/** What comes too late or too early. A memory limiter refuses only what comes to it; of a trace that is cut into batches no sampler sees the whole. */
const orderFaults = (where: string, processors: readonly string[]): readonly Fault[] => {
  const types = processors.map(typeOf);
  const at = (type: string): number => types.indexOf(type);
  const [limiter, sampling, batch] = [at('memory_limiter'), at('tail_sampling'), at('batch')];
  const written = processors.join(', ');
  const sorted = processors
    .toSorted((a, b) => order.indexOf(typeOf(a)) - order.indexOf(typeOf(b)))
    .join(', ');
  if (processors.length === 0) return [];
  if (limiter === -1)
    return [
      outOfOrder(where, written, 'no memory_limiter is in front', `write [memory_limiter, ${written}]`),
    ];
  if (limiter !== 0)
    return [
      outOfOrder(
        where,
        written,
        'memory_limiter is not the first, so what stands before it takes memory without end',
        `write [${sorted}]`,
      ),
    ];
  if (sampling !== -1 && batch !== -1 && batch < sampling)
    return [
      outOfOrder(
        where,
        written,
        'batch stands before tail_sampling, which then makes small pieces of its batches again',
        `write [${sorted}]`,
      ),
    ];
  return batch !== -1 && batch !== types.length - 1
    ? [outOfOrder(where, written, 'batch is not the last', `write [${sorted}]`)]
    : [];
};

const undeclared = (
  where: string,
  ids: readonly string[],
  known: readonly string[],
  kind: string,
): readonly Fault[] =>
  ids
    .filter((id) => !known.includes(id))
    .map((id) => ({
      where,
      what: id,
      code: 'no-such-word' as const,
      why: `${kind} declares no ${id}`,
      cure: known.length === 0 ? 'declare it' : `declare it, or ${instead(id, known)}`,
    }));

const holdsNothing = (where: string, what: string): Fault => ({
  where,
  what: '[]',
  code: 'holds-nothing',
  why: `it has no ${what}`,
  cure: 'name one',
});

const keysOf = (components: object = {}): readonly string[] => Object.keys(components);

const pipelineFaults = (
  { receivers, processors, exporters, connectors }: CollectorConfiguration,
  id: string,
  pipeline: Pipeline,
): readonly Fault[] => {
  const where = `service.pipelines.${id}`;
  const between = keysOf(connectors);
  const through = pipeline.processors ?? [];
  return [
    ...(pipeline.receivers.length === 0 ? [holdsNothing(where, 'receiver')] : []),
    ...(pipeline.exporters.length === 0 ? [holdsNothing(where, 'exporter')] : []),
    ...undeclared(`${where}.receivers`, pipeline.receivers, [...keysOf(receivers), ...between], 'receivers'),
    ...undeclared(`${where}.processors`, through, keysOf(processors), 'processors'),
    ...undeclared(`${where}.exporters`, pipeline.exporters, [...keysOf(exporters), ...between], 'exporters'),
    ...twice([...through]).map((each) => ({
      where: `${where}.processors`,
      what: each,
      code: 'name-twice' as const,
      why: `${each} stands there twice`,
      cure: 'name it once',
    })),
    ...(typeOf(id) === 'traces' ? orderFaults(`${where}.processors`, through) : []),
  ];
};

/** A component that is declared and in no pipeline does nothing; a connector that only takes, or only gives, does nothing either. */
const idle = (configuration: CollectorConfiguration): readonly Fault[] => {
  const { receivers, processors, exporters, connectors, extensions, service } = configuration;
  const pipelines = Object.values(service.pipelines);
  const [from, through, to] = [
    pipelines.flatMap((each) => each.receivers),
    pipelines.flatMap((each) => each.processors ?? []),
    pipelines.flatMap((each) => each.exporters),
  ];
  const unused = (kind: string, ids: readonly string[], used: readonly string[], why: string) =>
    ids
      .filter((id) => !used.includes(id))
      .map((id) => ({
        where: `${kind}.${id}`,
        what: id,
        code: 'setting-for-nothing' as const,
        why,
        cure: 'name it there, or leave it out',
      }));
  return [
    ...unused('receivers', keysOf(receivers), from, 'no pipeline receives from it'),
    ...unused('processors', keysOf(processors), through, 'it is in no pipeline'),
    ...unused('exporters', keysOf(exporters), to, 'no pipeline ends in it'),
    ...unused('connectors', keysOf(connectors), to, 'no pipeline ends in it'),
    ...unused('connectors', keysOf(connectors), from, 'no pipeline begins with it'),
    ...unused('extensions', keysOf(extensions), service.extensions, 'the service does not start it'),
    ...undeclared('service.extensions', service.extensions, keysOf(extensions), 'extensions'),
  ];
};

/** What is wrong with how the components of a collector are joined. */
export const pipelinesFaults = (configuration: CollectorConfiguration): readonly Fault[] => [
  ...Object.entries(configuration.service.pipelines).flatMap(([id, pipeline]) =>
    pipelineFaults(configuration, id, pipeline),
  ),
  ...idle(configuration),
];
