import type { Host } from '#application/host/host.js';
import { settled } from '#cost/settled.js';
import { everyDescriptionHolds } from '#laws/described.js';
import type { OwnLaw } from '#laws/law.js';
import { asHeld, clusterLaws } from '#laws/laws.js';
import { heldTo } from './held.js';
import { filesOfHost, heldOnHost } from './host-files.js';
import type { MadePlace } from './made.js';

/** What is made of a host: the files by which its application is monitored there, which is held to the laws as far as the host can hold it. */
export const madeOfHost = (described: Host, held: readonly OwnLaw[]): MadePlace => {
  const { name } = described;
  const { faults, isSound } = everyDescriptionHolds([], [described]);
  if (!isSound(described.application))
    return {
      ...{ name, applications: [], charts: [], files: new Map(), written: [], faults, laws: [] },
      secret: () => [],
    };
  const [settledHere = described.application] = settled([described.application]);
  const texts = [...filesOfHost.of(settledHere, described)].map(
    ([path, text]) => [`${name}/${path}`, text] as const,
  );
  const application = heldOnHost(settledHere);
  return {
    name,
    applications: [settledHere],
    charts: [],
    files: new Map(texts),
    written: texts.map(([path]) => ({ path, by: name })),
    faults,
    secret: () =>
      filesOfHost
        .secret(settledHere, described)
        .map((fault) => ({ ...fault, where: `${name}/${fault.where}` })),
    laws: held
      .filter((law) => !clusterLaws.some((each) => each === law))
      .map((law, i) => () => heldTo(asHeld(law), `${i}`, { applications: [application] }, [])),
  };
};
