/** Where what is to stand at a path is written first: beside it, so that it is moved in by a rename. */
export const next = (path: string, maker: string | number = process.pid): string => `${path}.next-${maker}`;

/** Where what stood at a path is kept until all is well. */
export const old = (path: string, maker: string | number = process.pid): string => `${path}.old-${maker}`;
