import { availableParallelism } from 'node:os';
import { together } from './test/together.js';

// What npm ci removes with node_modules is kept here: answers of promtool take minutes to have again.
process.env.CHEOMSEONG_CACHE ??= '.cache';

/** Files that run joined, though they are not all: by their paths, with spaces between them. */
const among = process.env.TOGETHER?.split(' ');
/** All of them are asked for, in no other way than `npm test` does it: files that are named, or watched, run as they are. */
const isJoined = process.argv.length === 2 || among !== undefined;

/** @type {() => Promise<import('jest').Config>} */
export default async () => ({
  testEnvironment: 'node',
  injectGlobals: false,
  globalSetup: '<rootDir>/test/global-setup.js',
  testMatch: isJoined ? await together(among) : ['<rootDir>/test/**/*.test.ts'],
  ...(isJoined && { testSequencer: '<rootDir>/test/sequence.js' }),
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#bin/(.*)$': '<rootDir>/bin/$1',
    '^#(.*)\\.js$': '<rootDir>/src/$1.ts',
    '^cheomseong$': '<rootDir>/src/index.ts',
    '^cheomseong/(.*)$': '<rootDir>/src/public/$1.ts',
  },
  // Types are checked apart, by `npm run check`: here each file is only stripped of them.
  transform: { '^.+\\.ts$': '<rootDir>/test/transform.js' },
  // Half of the tests wait for programs: one worker more than there are cores keeps all of them busy.
  maxWorkers: availableParallelism() + 1,
  // Generous: a test that waits for a real server or promtool must not fail because the machine is busy.
  testTimeout: 120_000,
  cacheDirectory: '<rootDir>/.cache/jest',
});
