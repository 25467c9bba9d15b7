// Causes every fault that the tests know of in every program: `npm run fires`, or those whose program or alert has a name: `npm run fires -- Celery`.
import { spawnSync } from 'node:child_process';

const [name] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    ...[
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--verbose',
      '--runInBand',
    ],
    ...['test/instrumentation/fires.test.ts', ...(name === undefined ? [] : ['--testNamePattern', name])],
  ],
  { stdio: 'inherit', env: { ...process.env, FIRES: 'all' } },
);
process.exitCode = status ?? 1;
