import { type Fault, below } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';
import type { Engine } from '#platform/engine.js';
import { mimirFaults } from '#platform/engine/mimir.js';
import { thanosFaults } from '#platform/engine/thanos-faults.js';
import { victoriaMetricsFaults } from '#platform/engine/victoriametrics.js';
import type { Platform } from '#platform/platform.js';
import { remoteWriteFaults } from '#platform/remote-write/remote-write.js';
import { remoteWritesOf } from '#platform/remote-writes.js';

const ofEngine = (engine: Engine): readonly Fault[] => {
  switch (engine.name) {
    case 'prometheus':
      return [];
    case 'thanos':
      return thanosFaults(engine);
    case 'mimir':
      return mimirFaults(engine);
    case 'victoriametrics':
      return victoriaMetricsFaults(engine);
  }
};

/** What is wrong with where a platform's Prometheus writes, and with who is asked for it. */
export const engineFaults = (platform: Pick<Platform, 'engine' | 'remoteWrites'>): readonly Fault[] => [
  ...below('engine', ofEngine(platform.engine)),
  ...(platform.remoteWrites ?? []).flatMap((each, i) => below(`remoteWrites[${i}]`, remoteWriteFaults(each))),
  ...repeated(remoteWritesOf(platform), ({ name }) => name).map(([first, { name, url }]) => ({
    where: 'remoteWrites',
    what: name,
    code: 'name-twice' as const,
    why: `what is written to ${first.url} is called so too, beside ${url}, and Prometheus refuses both`,
    cure: 'give one of the two another name',
  })),
];
