import { imageFaults } from '#application/exporter/image.js';
import { resourceFaults } from '#application/exporter/resources.js';
import { inSeconds } from '#ground/duration.js';
import { type Fault, below } from '#ground/fault.js';
import { collectorFaults } from './check.js';
import { aCount } from './known/values.js';
import { configurationsOf } from './configurations.js';
import { heldBy, idleMebibytes, memoryLimits } from './sampling.js';
import { storeFaults } from './store.js';
import type { Tracing } from './described.js';

const positive = (where: string, value: number, cure: string): readonly Fault[] =>
  value > 0 && Number.isFinite(value)
    ? []
    : [{ where, what: `${value}`, code: 'bad-quantity', why: `${value} is not over 0`, cure }];

const replicaFaults = ({ gateway: { replicas }, agent }: Tracing): readonly Fault[] => {
  if (!Number.isInteger(replicas) || replicas < 1)
    return [
      {
        where: 'gateway.replicas',
        what: `${replicas}`,
        code: 'no-whole-number',
        why: `${replicas} is no number of pods`,
        cure: 'write a whole number from 1 on',
      },
    ];
  return replicas === 1 || agent
    ? []
    : [
        {
          where: 'agent',
          what: 'false',
          code: 'missing-field',
          why: `without agents nobody brings the spans of a trace to one of ${replicas} gateways, and each would decide by the part that it sees`,
          cure: 'leave it out, or write gateway: { replicas: 1 }',
        },
      ];
};

/** Traces that wait take memory: a gateway that has too little refuses spans, which is where they are lost when there are most. */
const memoryFaults = (tracing: Tracing): readonly Fault[] => {
  const { gateway, traces, spansPerTrace, decisionWait } = tracing;
  const { limit, spike } = memoryLimits(gateway.resources.memory.limit);
  const held = heldBy({ traces, spansPerTrace, decisionWait, gateways: gateway.replicas });
  const needed = held.mebibytes + idleMebibytes;
  return needed <= limit - spike
    ? []
    : [
        {
          where: 'gateway.resources.memory.limit',
          what: `${gateway.resources.memory.limit}`,
          code: 'server-too-small',
          why: `${held.perSecond} traces a second × ${inSeconds(decisionWait)} s × 2 × ${spansPerTrace} spans × 2 KiB and what a collector itself takes are ${needed} MiB, and of ${gateway.resources.memory.limit} MiB it refuses spans from ${limit - spike} on`,
          cure: `give it ${Math.ceil(needed / 0.64)} MiB, or wait for less long`,
        },
      ];
};

/** What is wrong with how traces are collected, whether it was made so or changed since. */
export const tracingFaults = (tracing: Tracing): readonly Fault[] => {
  const { store, slow, keeps, traces, spansPerTrace, combinations, image, gateway, agent } = tracing;
  const faults = [
    ...below('store', storeFaults(store)),
    ...positive('slow', slow.value, 'write e.g. seconds(2)'),
    ...positive('traces', traces.value, 'write e.g. perSecond(50)'),
    ...positive('spansPerTrace', spansPerTrace, 'write e.g. 20'),
    ...(Number.isInteger(combinations)
      ? positive('combinations', combinations, 'write e.g. 500')
      : aCount('combinations', combinations)),
    ...(keeps.value >= 0 && keeps.value <= 1
      ? []
      : [
          {
            where: 'keeps',
            what: `${keeps.value}`,
            code: 'share-over-one' as const,
            why: `${keeps.value} is no share of traces`,
            cure: 'write e.g. percent(10)',
          },
        ]),
    ...imageFaults(image),
    ...below('gateway', resourceFaults(gateway.resources)),
    ...(agent ? below('agent', resourceFaults(agent.resources)) : []),
    ...replicaFaults(tracing),
  ];
  if (faults.length > 0) return faults;
  // Names make no difference to what is wrong.
  const { gateway: decides, agent: sends } = configurationsOf(tracing, { name: 'shop', namespace: 'shop' });
  return [
    ...memoryFaults(tracing),
    ...below('gateway.configuration', collectorFaults(decides)),
    ...(sends ? below('agent.configuration', collectorFaults(sends)) : []),
  ];
};
