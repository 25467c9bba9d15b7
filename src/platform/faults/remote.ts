import { type Fault, below } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';
import { mimirFaults } from '#platform/engine/mimir.js';
import { victoriaMetricsFaults } from '#platform/engine/victoriametrics.js';
import type { Platform } from '#platform/platform.js';
import { remoteWriteFaults } from '#platform/remote-write/remote-write.js';
import { remoteWritesOf } from '#platform/remote-writes.js';

const ofEngine = ({ engine }: Platform): readonly Fault[] => {
  switch (engine.name) {
    case 'mimir':
      return mimirFaults(engine);
    case 'victoriametrics':
      return victoriaMetricsFaults(engine);
    default:
      return [];
  }
};

/** What is wrong with where a platform writes to: Prometheus refuses two of one name. */
export const remoteFaults = (platform: Platform): readonly Fault[] => [
  ...below('engine', ofEngine(platform)),
  ...(platform.remoteWrites ?? []).flatMap((each, i) => below(`remoteWrites[${i}]`, remoteWriteFaults(each))),
  ...twice(remoteWritesOf(platform).map(({ name }) => name)).map((name) => ({
    where: 'remoteWrites',
    what: name,
    code: 'name-twice' as const,
    why: `two remote writes are called ${name}, and Prometheus does not start`,
    cure: 'give one of them another name',
  })),
];
