import { copyFile, link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withServer } from '#servers/server.js';

/** It scrapes and evaluates nothing. */
const config = 'global: {}\n';

/** Nothing is too old, and what overlaps is not joined: a server is gone before that would be of use. */
const flags = [
  '--storage.tsdb.retention.time=100y',
  '--storage.tsdb.min-block-duration=2h',
  '--query.max-samples=200000000',
  '--query.max-concurrency=8',
];

/** Runs a Prometheus over a folder that nobody else has. */
export const overFolder = async <T>(folder: string, use: (url: string) => Promise<T>): Promise<T> => {
  const own = await mkdtemp(join(tmpdir(), 'preview-'));
  try {
    await linked(folder, own);
    return await withServer('prometheus', { config, data: own, flags }, use);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
};

/** The same blocks in another folder: Prometheus never changes a block's files, and removes and adds them where it runs. */
const linked = async (folder: string, own: string): Promise<void> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const each of files) {
    if (!each.isFile()) continue;
    const file = join(each.parentPath ?? each.path, each.name);
    const place = join(own, file.slice(folder.length));
    await mkdir(dirname(place), { recursive: true });
    // Another file system knows no links to this one.
    await link(file, place).catch(() => copyFile(file, place));
  }
};

/**
 * Runs a Prometheus over the data, which scrapes and evaluates nothing, while `use` asks it by its URL. The data stays as it was: the server has links to
 * its files in a folder of its own, so that several may run at once.
 */
export const withPreviewPrometheus = async <T>(
  { folder }: { readonly folder: string },
  use: (url: string) => Promise<T>,
): Promise<T> => overFolder(folder, use);
