import type { Exporter } from '../../application/exporter/exporter.js';
import type { Mode } from './mode.js';
import { type ComposeService, answers, hardened } from './service.js';
import { environmentOf, literal } from './variable.js';

/** The host's file systems, those too that are mounted later; on a developer's machine Docker may not be able to say so. */
const hostMount = (hostRoot: string, mode: Mode): string =>
  mode === 'production' ? `/:${hostRoot}:ro,rslave` : `/:${hostRoot}:ro`;

/** An exporter beside the application, in whose network it finds what it watches. */
export const exporterService = (exporter: Exporter, mode: Mode): ComposeService => {
  const { image, args, livePath, port, asks, hostRoot } = exporter;
  return {
    image,
    user: '65534:65534',
    ...(args.length > 0 && { command: args.map(literal) }),
    ...environmentOf(exporter, mode),
    ...(hostRoot !== undefined && { volumes: [hostMount(hostRoot, mode)] }),
    networks: ['application'],
    // Where it cannot, Prometheus asks it as a target.
    ...answers(asks, `http://localhost:${port}${livePath}`, '10s'),
    mem_limit: '64m',
    ...hardened,
  };
};
