import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, run } from './run.js';

// The system's own sources, keys, proxies and credentials are used; its lists and caches are not, and what it does after
// an update (refreshing desktop catalogues, emptying caches) is left out.
const aptConf = `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
`;

/** Runs apt-get with lists and caches of its own. */
export type Apt = (...args: string[]) => Promise<Outcome>;

/** The same in a folder, into which it puts what it downloads. */
export type AptIn = (folder: string) => Apt;

/**
 * An apt-get that needs no root: its lists and caches are in a folder.
 *
 * @param sources Lines of apt's sources instead of the system's.
 */
export const privateApt = async (
  aptGet: string,
  folder: string,
  searchPath: string,
  sources?: string,
): Promise<AptIn> => {
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
  await mkdir(join(folder, 'apt', 'archives', 'partial'), { recursive: true });
  const conf = join(folder, 'apt.conf');
  await writeFile(conf, aptConf);
  const list = join(folder, 'sources.list');
  if (sources !== undefined) await writeFile(list, sources);
  const places = {
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'apt'),
    ...(sources !== undefined && { 'Dir::Etc::sourcelist': list, 'Dir::Etc::sourceparts': '-' }),
  };
  const ours = [
    '-q',
    '-c',
    conf,
    ...Object.entries(places).flatMap(([key, path]) => ['-o', `${key}=${path}`]),
  ];
  const env = { PATH: searchPath, LC_ALL: 'C' };
  return (cwd) =>
    (...args) =>
      run(aptGet, [...ours, ...args], { cwd, env, timeout: 300_000 });
};

/** What apt-get complains of first in each of these, as the end of a sentence. */
export const complaints = (...outcomes: readonly Outcome[]): string => {
  const first = outcomes.flatMap(({ stderr }) => /^[EW]: .*/m.exec(stderr)?.[0] ?? []);
  return `apt-get says ${first.map((text) => JSON.stringify(text)).join(', then ')}`;
};
