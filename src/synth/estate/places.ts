import type { Host } from '#application/host/host.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import { repeated } from '#ground/repeated.js';

/** Places that would be written to one folder. */
export const everyPlaceIsAFolder = (places: readonly (Cluster | Host)[]): readonly Fault[] =>
  repeated(places, ({ name }) => name).map(([first, { of, name }]) => ({
    where: name,
    what: name,
    code: 'name-twice',
    why: `${first.of === of ? `two ${of}s have` : `a ${first.of} and a ${of} have`} this name, and both would be written to ${name}/`,
    cure:
      of === 'host'
        ? "give one of them another name: host(…, { name: '…' })"
        : 'give one of them another name',
  }));

/** The first place of each name: what would be made of another into the same folder says no more than that it is there twice. */
export const onePerFolder = (places: readonly (Cluster | Host)[]): readonly (Cluster | Host)[] => {
  const again = new Set(repeated(places, ({ name }) => name).map(([, each]) => each));
  return places.filter((each) => !again.has(each));
};
