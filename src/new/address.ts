/** Where a repository is kept, as its remote tells; without the login that a remote may hold. */
interface Remote {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
}

/** `https://host:8443/path.git`, `ssh://git@host:22/path.git`. */
const byUrl = /^(https?|ssh|git):\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:/]+)(:\d+)?\/+(.+?)(?:\.git)?\/*$/;
/** `git@host:path.git`; a letter alone before the colon is a disk. */
const byShell = /^(?:[^@/\s]+@)?([^:/\\\s]{2,}):(?!\/\/)\/*(.+?)(?:\.git)?\/*$/;

const remoteOf = (url: string): Remote | undefined => {
  const [, scheme = '', host = '', port = '', path] = byUrl.exec(url) ?? [];
  // a port of SSH is none that a browser asks
  if (path !== undefined && scheme.startsWith('http')) return { scheme, host: `${host}${port}`, path };
  if (path !== undefined) return { scheme: 'https', host, path };
  const [, shellHost, shellPath] = byShell.exec(url) ?? [];
  return shellHost === undefined || shellPath === undefined
    ? undefined
    : { scheme: 'https', host: shellHost, path: shellPath };
};

/** How each kind of server calls the pages of a branch. */
const pagesOf = (host: string): string => {
  if (host.includes('gitlab')) return '-/blob';
  if (host.includes('bitbucket')) return 'src';
  return /codeberg|gitea|forgejo/.test(host) ? 'src/branch' : 'blob';
};

/**
 * Where the files of a repository are read in a browser, as its remote and its branch tell; undefined where the remote is none that a
 * browser reads, as a folder.
 */
export const addressOf = (url: string, branch: string): string | undefined => {
  const remote = remoteOf(url);
  if (remote === undefined) return undefined;
  const { scheme, host, path } = remote;
  const of = branch === '' ? 'main' : branch.split('/').map(encodeURIComponent).join('/');
  return `${scheme}://${host}/${path.replaceAll("'", '%27')}/${pagesOf(host)}/${of}`;
};
