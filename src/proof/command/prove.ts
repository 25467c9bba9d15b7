import type { Application } from '#application/application.js';
import type { Surface } from '#ground/surface.js';
import { mutateCommand } from '#proof/mutate/command.js';
import { asksForRoutes, routesCommand } from '#proof/routes/command.js';
import { proveCommand } from './command.js';

/**
 * `cheomseong prove`: the proofs of alerts, their mutants, or tests of routes, by what is asked for.
 *
 * @param applications As they run: with what a host adds.
 * @param output The folder of manifests, in which places of alerts are looked for.
 */
export const prove = async (
  args: readonly string[],
  surface: Surface,
  applications: readonly Application[],
  output: string,
): Promise<0 | 1 | 2> => {
  const { out, err, folder } = surface;
  if (args.includes('--mutate')) return mutateCommand(args, applications, folder);
  if (asksForRoutes(args))
    return routesCommand(args, applications, folder, { out: out.write, err: err.write });
  return proveCommand(args, applications, surface, output);
};
