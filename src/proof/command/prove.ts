import { asRun } from '#application/host/host.js';
import { estate, hosts } from '../../../main.js';
import { mutateCommand } from '#proof/mutate/command.js';
import { asksForRoutes, routesCommand } from '#proof/routes/command.js';
import { proveCommand } from './command.js';

const { INIT_CWD, NO_COLOR } = process.env;
const terminal = (stream: NodeJS.WriteStream) => ({
  write: (text: string) => void stream.write(text),
  isTTY: stream.isTTY === true,
});

// The first word is this file.
const args = process.argv.slice(3);
const folder = INIT_CWD ?? process.cwd();
const applications = asRun(estate, hosts);
const [out, err] = [terminal(process.stdout), terminal(process.stderr)];

const run = (): Promise<number> => {
  if (args.includes('--mutate')) return mutateCommand(args, applications, folder);
  if (asksForRoutes(args))
    return Promise.resolve(routesCommand(args, applications, folder, { out: out.write, err: err.write }));
  const colour = process.stdout.isTTY === true && !NO_COLOR;
  return proveCommand(args, applications, { out, err, colour, root: process.cwd(), folder });
};
void run().then((code) => {
  process.exitCode = code;
});
