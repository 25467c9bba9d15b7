import type { PlaceCost } from './place.js';
import { countText, sizeText } from './quantity.js';
import { bytesOfSample, measured, memoryOf, seriesIn, spare } from './server.js';

/** What of a place's Prometheus does not do, with the arithmetic, and what may be done. */
export interface Advice {
  readonly of: 'memory' | 'storage' | 'retention';
  readonly why: string;
  readonly cure: string;
}

/** What is to be kept of a volume for what is no block: Prometheus's page on storage speaks of 80 to 85 % for blocks. */
const shareOfBlocks = 0.8;

const days = (seconds: number): string => {
  const whole = seconds / 86_400;
  return whole < 10 ? `${whole.toFixed(1)} days` : `${Math.floor(whole)} days`;
};

const ofKeepList = ({ total, given: { shards } }: PlaceCost): string =>
  total.used < total.stored
    ? `, or keep what is used alone, keep: 'used', which leaves ${countText(total.used / shards)} series and ${sizeText(memoryOf(total.used / shards))}`
    : '';

/** How memory follows from series, as a sentence. */
export const memoryText = (series: number): string =>
  `${countText(series)} series × ${sizeText(measured.bytesOfSeries)} × ${spare} + ${sizeText(measured.bytesOfItself)} = ${sizeText(memoryOf(series))}`;

/** How the size of blocks follows from samples, as a sentence. */
export const blocksText = ({ total, need, given: { retention, shards } }: PlaceCost): string =>
  `${countText(total.samplesPerSecond / shards)} samples a second × ${retention} × ${bytesOfSample} bytes = ${sizeText(need.blocks)}`;

const memoryAdvice = (cost: PlaceCost): readonly Advice[] => {
  const { need, series, total, given } = cost;
  if (given.memory === undefined || need.memory <= given.memory) return [];
  const shards = Math.ceil(total.stored / Math.max(1, seriesIn(given.memory)));
  const deal = seriesIn(given.memory) > 0 ? `, or deal its targets among several: shards: ${shards}` : '';
  return [
    {
      of: 'memory',
      why: `Prometheus needs more memory than the ${sizeText(given.memory)} that it is given: ${memoryText(series)}`,
      cure: `give it ${sizeText(need.memory)}${deal}${ofKeepList(cost)}`,
    },
  ];
};

/** How long blocks of a size last. */
const lasts = ({ total, given: { shards } }: PlaceCost, bytes: number): number =>
  bytes / Math.max(Number.MIN_VALUE, (total.samplesPerSecond / shards) * bytesOfSample);

const retentionAdvice = (cost: PlaceCost): readonly Advice[] => {
  const { need, given } = cost;
  if (given.retentionSize === undefined || need.blocks <= given.retentionSize) return [];
  return [
    {
      of: 'retention',
      why: `samples are gone after ${days(lasts(cost, given.retentionSize))} and not after ${given.retention}: ${blocksText(cost)}, and all over ${sizeText(given.retentionSize)} is removed`,
      cure: `keep more, on a volume of ${sizeText(need.blocks / shareOfBlocks + need.log)}, or ask for fewer days, or leave local storage to the last days and write to a long-term store`,
    },
  ];
};

const storageAdvice = (cost: PlaceCost): readonly Advice[] => {
  const { need, given } = cost;
  if (given.storage === undefined) return [];
  const blocks = Math.min(need.blocks, given.retentionSize ?? need.blocks);
  return blocks + need.log <= given.storage
    ? []
    : [
        {
          of: 'storage',
          why: `the volume of ${sizeText(given.storage)} fills up: ${sizeText(blocks)} of blocks and ${sizeText(need.log)} of the write-ahead log, which retentionSize does not count`,
          cure: `make it ${sizeText(blocks / shareOfBlocks + need.log)}, or lower retentionSize`,
        },
      ];
};

/** Where what a place's Prometheus is given is less than what it needs; nothing where all fits, or where nobody said what it is given. */
export const adviceOf = (cost: PlaceCost): readonly Advice[] =>
  cost.isSaid ? [...memoryAdvice(cost), ...retentionAdvice(cost), ...storageAdvice(cost)] : [];
