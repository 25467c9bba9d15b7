import { mkdir, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { shared } from '#ground/cache.js';
import { type Outcome, run } from '#proof/tools/run.js';
import { programsOnPath } from '#proof/tools/search.js';
import { unpacked } from '../debian.js';

/** A Go, and the folders of libraries that it compiles with. */
export interface Toolchain {
  readonly go: string;
  readonly gofmt: string;
  /** Folders as in GOPATH, each with `src/github.com/prometheus/client_golang`. */
  readonly libraries: readonly string[];
  readonly root?: string;
}

const client = 'src/github.com/prometheus/client_golang/prometheus';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** That of the machine, where it has the client library too. */
const atHand = async (): Promise<Toolchain | undefined> => {
  const path = process.env['PATH'] ?? '';
  const [go] = await programsOnPath('go', path);
  const [gofmt] = await programsOnPath('gofmt', path);
  const folders = [...(process.env['GOPATH'] ?? join(homedir(), 'go')).split(delimiter), '/usr/share/gocode'];
  const found = await Promise.all(folders.map((folder) => isFolder(join(folder, client))));
  const libraries = folders.filter((_, index) => found[index]);
  return go !== undefined && gofmt !== undefined && libraries.length > 0 ? { go, gofmt, libraries } : undefined;
};

/** Debian's, in the release that its suite has. What AWS's client is for, signatures of remote writes, nothing here does. */
const fetched = async (): Promise<Toolchain> => {
  const root = await unpacked(
    'golang',
    ['golang-go', 'golang-github-prometheus-client-golang-dev', 'golang-github-golang-protobuf-1-5-dev'],
    (pack) => pack.startsWith('golang-') && !/aws|jmespath|x-text/.test(pack),
  );
  const lib = join(root, 'usr', 'lib');
  const [newest] = (await readdir(lib)).filter((name) => /^go-\d/.test(name)).toSorted().reverse();
  if (newest === undefined) throw new Error(`${lib} has no Go`);
  const home = join(lib, newest);
  const [go, gofmt] = [join(home, 'bin', 'go'), join(home, 'bin', 'gofmt')];
  return { go, gofmt, libraries: [join(root, 'usr', 'share', 'gocode')], root: home };
};

let found: Promise<Toolchain> | undefined;

/** The machine's Go where it has client_golang beside it, else Debian's with the library that Debian has of it. */
export const toolchain = (): Promise<Toolchain> => (found ??= atHand().then((own) => own ?? fetched()));

/** The variables by which it compiles what stands in `workspace`, and remembers what it has compiled. */
export const environment = async (
  { root, libraries }: Toolchain,
  workspace: string,
): Promise<Readonly<Record<string, string>>> => {
  const cache = shared('tools', `${process.platform}-${process.arch}`, 'golang-built');
  await mkdir(cache, { recursive: true });
  return {
    ...(root !== undefined && { GOROOT: root }),
    GOPATH: [workspace, ...libraries].join(delimiter),
    GOCACHE: cache,
    GO111MODULE: 'off',
    GOFLAGS: '-trimpath',
    GOTOOLCHAIN: 'local',
  };
};

/** Runs Go to its end. */
export const go = async (
  workspace: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome> => {
  const chain = await toolchain();
  return run(chain.go, args, { cwd: workspace, env: { ...(await environment(chain, workspace)), ...variables } });
};
