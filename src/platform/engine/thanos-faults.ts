import { type Duration, inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import type { Thanos } from './thanos-engine.js';

/** A release by its three numbers: whatever else a tag can be, it may be another image tomorrow. */
const exact = /^\d+\.\d+\.\d+$/;

const versionFaults = ({ version }: Thanos): readonly Fault[] =>
  exact.test(version)
    ? []
    : [
        {
          where: 'version',
          what: version,
          code: 'engine-not-pinned',
          why: `'${version}' names no release, so that what runs may change without anybody changing it`,
          cure: "write its three numbers: '0.42.4'",
        },
      ];

/** How old a block must be before it is made one of the next resolution: https://thanos.io/tip/components/compact.md/#downsampling. */
const downsampledAfter = { raw: '40h', fiveMinutes: '10d' } as const;

const forgotten = (where: string, kept: Duration, after: Duration): readonly Fault[] =>
  inSeconds(kept) >= inSeconds(after)
    ? []
    : [
        {
          where: `compactor.keeps.${where}`,
          what: kept,
          code: 'gone-before-downsampled',
          why: `these samples are gone after ${kept}, and only those that are ${after} old are made ones of the next resolution: there will be none`,
          cure: `keep them for ${after} or longer`,
        },
      ];

const keepingFaults = ({ compactor }: Thanos): readonly Fault[] =>
  compactor === undefined
    ? []
    : [
        ...forgotten('raw', compactor.keeps.raw, downsampledAfter.raw),
        ...forgotten('fiveMinutes', compactor.keeps.fiveMinutes, downsampledAfter.fiveMinutes),
      ];

const unasked = (where: string, what: string, why: string): Fault => ({
  where,
  what,
  code: 'engine-without-query',
  why,
  cure: 'give it a query: { replicas, resources }',
});

const askingFaults = ({ query, ruler, clusters }: Thanos): readonly Fault[] =>
  query !== undefined
    ? []
    : [
        ...(ruler ? [unasked('ruler', '', 'a ruler reads what Query answers, and there is none here')] : []),
        ...Object.keys(clusters).map((name) =>
          unasked(`clusters.${name}`, name, `nobody here asks what ${name} knows: there is no Query`),
        ),
      ];

/** What is wrong with Thanos by itself. */
export const thanosFaults = (engine: Thanos): readonly Fault[] => [
  ...versionFaults(engine),
  ...keepingFaults(engine),
  ...askingFaults(engine),
];
