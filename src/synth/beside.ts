/** Where what is to stand at a path is written first: beside it, so that it is moved in by a rename. */
export const next = (path: string, maker: string | number = process.pid): string => `${path}.next-${maker}`;

/** Where what stood at a path is kept until all is well. */
export const old = (path: string, maker: string | number = process.pid): string => `${path}.old-${maker}`;

/** Where it is written what is to become of several paths, once all of it stands beside them: beside the first. */
export const journalOf = (path: string, maker: string | number = process.pid): string =>
  next(path, `${maker}-all`);

/** The process that wrote such a journal; nothing where a file is none. */
export const makerOfJournal = (maker: string): string | undefined => /^(\d+)-all$/.exec(maker)?.[1];
