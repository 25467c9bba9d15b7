/** Where a repository is read that has no remote yet: nobody's address. */
const nobodys = 'https://git.example/monitoring/blob/main';

/** `host` and `path` of a remote, of either form that git takes: `git@host:path.git`, `https://host/path.git`. */
const remote = /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+(?=\/))?[:/](.+?)(?:\.git)?\/?$/;

/** Where the files of a repository are read in a browser, as its remote and its branch tell. A login in the remote is left out. */
export const addressOf = (url: string, branch: string): string => {
  const [, host, path] = remote.exec(url) ?? [];
  if (host === undefined || path === undefined) return nobodys;
  return `https://${host}/${path}/${host.includes('gitlab') ? '-/' : ''}blob/${branch === '' ? 'main' : branch}`;
};
