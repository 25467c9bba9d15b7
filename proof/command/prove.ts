import { asRun } from '../../application/host/host.js';
import { estate, hosts } from '../../main.js';
import { projectRoot } from '../tools/root.js';
import { mutateCommand } from '../mutate/command.js';
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
const exitCode = args.includes('--mutate')
  ? mutateCommand(args, applications, folder)
  : proveCommand(args, applications, {
      out: terminal(process.stdout),
      err: terminal(process.stderr),
      colour: process.stdout.isTTY === true && !NO_COLOR,
      root: projectRoot(),
      folder,
    });
void exitCode.then((code) => {
  process.exitCode = code;
});
