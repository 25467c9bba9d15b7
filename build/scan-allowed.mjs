// Texts that the scanner would take for secrets, and that are none: each in its file, as it stands there, with the reason. A text that is no
// longer found there is told of, so that none of these outlives what it was for.
const example =
  'an example of what is refused, of a host that is nobody’s and a password that everybody knows';

export const allowed = [
  { file: 'src/ground/codes/secrets.ts', text: 'https://admin:hunter2@grafana.example.org', why: example },
  { file: 'src/ground/codes/secrets.ts', text: 'https://hooks.slack.com/services/T0/B0/x', why: example },
  {
    file: 'test/application/scrape/static.test.ts',
    text: 'postgres://shop:hunter2@db:5432/shop',
    why: example,
  },
  {
    file: 'test/application/untyped.test.ts',
    text: 'postgres://shop:hunter2@shop-db:5432/shop',
    why: example,
  },
  {
    file: 'test/application/untyped.test.ts',
    text: 'https://admin:hunter2@grafana.example.org',
    why: example,
  },
  { file: 'test/cluster/argocd.test.ts', text: 'https://me:hunter2@git.example.org', why: example },
  { file: 'test/dashboards/untyped.test.ts', text: 'https://admin:hunter2@wiki.example.org', why: example },
  {
    file: 'test/incoming/routing.test.ts',
    text: 'https://hooks.slack.com/services/T0/B0/hunter2',
    why: example,
  },
  {
    file: 'test/journey/folders.test.ts',
    text: 'https://ci:glpat-s3cret@gitlab.example.com',
    why: 'the address of a repository with a login, which no file may repeat; the token is none',
  },
  { file: 'test/laws/described.test.ts', text: 'https://admin:hunter2@grafana.example.org', why: example },
  { file: 'test/laws/secret-page.test.ts', text: 'postgresql://shop:hunter2@db:5432/shop', why: example },
  {
    file: 'test/new/address.test.ts',
    text: 'https://ci:s3cret@github.com',
    why: 'the address of a repository with a login, which is left out of what is written; the login is none',
  },
  { file: 'test/routing/routing.test.ts', text: 'http://me:verysecret@proxy.example.org', why: example },
  { file: 'test/synth/refused.test.ts', text: 'postgresql://tailor:hunter2@db:5432/tailor', why: example },
];
