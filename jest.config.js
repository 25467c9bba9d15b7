/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/global-setup.js',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Types are checked apart, by `npm run check`: here each file is only stripped of them.
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  // jest keeps one core for itself otherwise, which on two cores is half of them.
  maxWorkers: '100%',
  // Generous: a test that waits for a real server or promtool must not fail because the machine is busy.
  testTimeout: 30_000,
  cacheDirectory: '<rootDir>/.cache/jest',
};
