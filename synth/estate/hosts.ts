import type { Application } from '../../application/application.js';
import type { Host } from '../../application/host/host.js';
import { repeated } from '../../ground/repeated.js';
import type { Violation } from '../../ground/violation.js';

/** Where the files of all hosts stand: ArgoCD looks into no folder of this one. */
const folder = 'compose';

/** Where the files of a host stand. */
export const folderOf = ({ application }: Host): string => `${folder}/${application.name}`;

const at = (name: string, violation: Omit<Violation, 'path' | 'text'>): Violation => ({
  path: `${name}/host`,
  text: name,
  ...violation,
});

/** Hosts whose files others would overwrite, or whose alerts nothing checks. */
export const everyHostIsOneOfTheEstate = (
  applications: readonly Application[],
  hosts: readonly Host[],
): readonly Violation[] => [
  ...repeated(hosts, folderOf).map(([, { application }]) =>
    at(application.name, {
      message: `two hosts have this application, and both would be written to ${folder}/${application.name}`,
      cure: 'leave one of them out',
    }),
  ),
  ...hosts
    .filter(({ application }) => !applications.includes(application))
    .map(({ application: { name } }) =>
      at(name, {
        message:
          'the estate does not hold this application: no law checks it, and its alerts have no runbooks',
        cure: 'add the same value to the estate',
      }),
    ),
  ...applications
    .filter(({ name }) => hosts.length > 0 && name === folder)
    .map(({ name }) =>
      at(name, {
        message: `its manifests would stand among the files of hosts, in ${folder}/`,
        cure: 'give the application another name',
      }),
    ),
];
