/** What GitHub runs of every pull request: what is synthesized is what is committed, and every proof holds. */
export const githubWorkflow = `name: monitoring
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  prove:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22, cache: npm }
      - run: npm ci
      - run: npx cheomseong synth --check
      - run: npx cheomseong prove --format table,github=proofs.txt
      - if: failure()
        run: cat proofs.txt
`;

/** The same for GitLab. */
export const gitlabPipeline = `monitoring:
  image: node:22-bookworm
  script:
    - npm ci
    - npx cheomseong synth --check
    - npx cheomseong prove --format table,junit=proofs.xml
  artifacts:
    when: always
    reports:
      junit: proofs.xml
`;
