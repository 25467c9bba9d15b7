import { type Exporter, caFile, nobody } from '#application/exporter/exporter.js';
import { mountedSecret } from '#application/exporter/secret-file.js';
import { secretFile } from '#hosts/alertmanager/secret.js';
import type { Mode } from './mode.js';
import { type ComposeService, answers, hardened } from './service.js';
import { environmentOf, literal } from './variable.js';

/** The host's file systems, those too that are mounted later; on a developer's machine Docker may not be able to say so. */
const hostMount = (hostRoot: string, mode: Mode): string =>
  mode === 'production' ? `/:${hostRoot}:ro,rslave` : `/:${hostRoot}:ro`;

/** What the configuration of an exporter is called among the files of the host. */
export const exporterFile = ({ name }: Pick<Exporter, 'name'>): string => `${name}.yml`;

/**
 * What it reads of the host: its file systems, where it watches the machine, its configuration, the certificate that it checks its server's
 * by, and the secrets that its configuration names.
 */
const mounts = ({ name, hostRoot, ca, configuration, files }: Exporter, mode: Mode): readonly string[] => [
  ...(hostRoot === undefined ? [] : [hostMount(hostRoot, mode)]),
  ...(ca === undefined ? [] : [`./secrets/${secretFile(ca)}:${caFile}:ro`]),
  ...(configuration === undefined ? [] : [`./${exporterFile({ name })}:${configuration.path}:ro`]),
  ...files.map(({ secret }) => `./secrets/${secretFile(secret)}:${mountedSecret(secret)}:ro`),
];

/** An exporter beside the application, in whose network it finds what it watches. */
export const exporterService = (exporter: Exporter, mode: Mode): ComposeService => {
  const { image, args, livePath, port, asks, resources } = exporter;
  const volumes = mounts(exporter, mode);
  return {
    image,
    user: `${nobody}:${nobody}`,
    ...(args.length > 0 && { command: args.map(literal) }),
    ...environmentOf(exporter, mode),
    ...(volumes.length > 0 && { volumes }),
    networks: ['application'],
    // Where it cannot, Prometheus asks it as a target.
    ...answers(asks, `http://localhost:${port}${livePath}`, '10s'),
    mem_limit: `${resources.memory.limit}m`,
    ...hardened,
  };
};
