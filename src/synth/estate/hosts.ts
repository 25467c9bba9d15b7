import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import { everyAlertKeepsToItsNamespace } from '#laws/environment.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { everySelectorHasATarget } from '#laws/target.js';
import { everyWindowHoldsSamples } from '#laws/window.js';
import { repeated } from '#ground/repeated.js';
import type { Fault } from '#ground/fault.js';

/** Where the files of all hosts stand: ArgoCD looks into no folder of this one. */
const folder = 'compose';

/** Where the files of a host stand. */
export const folderOf = ({ application }: Host): string => `${folder}/${application.name}`;

const at = (name: string, fault: Pick<Fault, 'code' | 'why' | 'cure'>): Fault => ({
  where: `${name}/host`,
  what: name,
  ...fault,
});

/** Hosts whose files others would overwrite, or whose alerts nothing checks. */
export const everyHostIsOneOfTheEstate = (
  applications: readonly Application[],
  hosts: readonly Host[],
): readonly Fault[] => [
  ...repeated(hosts, folderOf).map(([, { application }]) =>
    at(application.name, {
      code: 'name-twice',
      why: `two hosts have this application, and both would be written to ${folder}/${application.name}`,
      cure: 'leave one of them out',
    }),
  ),
  ...hosts
    .filter(({ described }) => !applications.includes(described))
    .map(({ described: { name } }) =>
      at(name, {
        code: 'not-in-the-estate',
        why: 'the estate does not hold this application: no law checks it, and its alerts have no runbooks',
        cure: 'add the same value to the estate',
      }),
    ),
  ...applications
    .filter(({ name }) => hosts.length > 0 && name === folder)
    .map(({ name }) =>
      at(name, {
        code: 'name-twice',
        why: `its manifests would stand among the files of hosts, in ${folder}/`,
        cure: 'give the application another name',
      }),
    ),
];

/** What a host adds to its application: the rest is held to the laws as a part of the estate. */
const addedBy = ({ described, application }: Host): Application => ({
  ...application,
  groups: application.groups.filter((group) => !described.groups.includes(group)),
  dashboards: [],
});

/** The alerts that a host adds read what is scraped there, often enough; whom they tell is a matter of `routingLaws`. */
export const everyOwnAlertOfAHostHolds = (hosts: readonly Host[]): readonly Fault[] => {
  const applications = hosts.map(addedBy);
  return [
    everyMetricIsScraped,
    everySelectorHasATarget,
    everyWindowHoldsSamples,
    everyAlertKeepsToItsNamespace,
  ].flatMap((law) => law({ applications, objects: [] }));
};
