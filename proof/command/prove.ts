import { estate } from '../../main.js';
import { projectRoot } from '../tools/root.js';
import { proveCommand } from './command.js';

const { INIT_CWD, NO_COLOR } = process.env;
const terminal = (stream: NodeJS.WriteStream) => ({
  write: (text: string) => void stream.write(text),
  isTTY: stream.isTTY === true,
});

// The first word is this file.
void proveCommand(process.argv.slice(3), estate, {
  out: terminal(process.stdout),
  err: terminal(process.stderr),
  colour: process.stdout.isTTY === true && !NO_COLOR,
  root: projectRoot(),
  folder: INIT_CWD ?? process.cwd(),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
