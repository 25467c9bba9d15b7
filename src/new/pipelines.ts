import type { Found, Manager } from './found.js';

/** What installs exactly what the lock file says. */
const installs: Readonly<Record<Manager, string>> = {
  npm: 'npm ci',
  pnpm: 'corepack enable && pnpm install --frozen-lockfile',
  yarn: 'corepack enable && yarn install --immutable',
};

type Where = Pick<Found, 'base' | 'below' | 'manager'>;

/** What GitHub runs of every pull request: what is synthesized is what is committed, every proof holds, every route tells whom it must. */
export const githubWorkflow = ({ base, below, manager }: Where): string => `name: monitoring
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  prove:
    runs-on: ubuntu-latest
${below === '' ? '' : `    defaults:\n      run:\n        working-directory: ${below.replace(/\/$/, '')}\n`}    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${installs[manager]}
      - run: npx cheomseong synth --check
      # promtool, amtool and Alertmanager come from Ubuntu's archive where the runner has none
      - run: npx cheomseong prove --format table,github=proofs.txt || { cat proofs.txt; exit 1; }
      - run: npx cheomseong prove --routes ${base}test/routes
`;

/** The same for GitLab. */
export const gitlabPipeline = ({ base, below, manager }: Where): string => `prove monitoring:
  # promtool, amtool and Alertmanager come from Debian's archive
  image: node:22-bookworm
  script:
${below === '' ? '' : `    - cd ${below.replace(/\/$/, '')}\n`}    - ${installs[manager]}
    - npx cheomseong synth --check
    - npx cheomseong prove --format table,junit=proofs.xml
    - npx cheomseong prove --routes ${base}test/routes
  artifacts:
    when: always
    reports:
      junit: ${below}proofs.xml
`;
