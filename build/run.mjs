// Runs a file in TypeScript as the command runs an estate's: `node build/run.mjs FILE`, for tests and for the bench.
import { relative } from 'node:path';
import { runFile } from '../bin/runner.mjs';
import { settingOf } from '../bin/setting.cjs';

const { root } = settingOf();
const file = relative(root, process.argv[2]);
process.chdir(root);
const code = await runFile(file);
if (code !== undefined) process.exitCode = code;
