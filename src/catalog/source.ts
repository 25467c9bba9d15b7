import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageError } from '#ground/usage.js';
import { type Family, families } from './exposition.js';

const plain = 'text/plain;version=0.0.4;q=1,*/*;q=0.1';

/** What kept something from being read: the innermost cause tells, as of a server that is not there. */
const innermost = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : innermost(error.cause);
};

const unread = (source: string, error: unknown): UsageError =>
  new UsageError([`${source} cannot be read: ${innermost(error)}`]);

const fetched = async (url: string): Promise<string> => {
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(url, { headers: { accept: plain }, signal }).catch((error: unknown) => {
    throw unread(url, error);
  });
  if (!answer.ok) throw new UsageError([`${url} answers ${answer.status} ${answer.statusText}`]);
  return answer.text();
};

const read = (source: string, folder: string): Promise<string> | string => {
  if (source === '-') return text(process.stdin);
  if (/^https?:\/\//.test(source)) return fetched(source);
  try {
    return readFileSync(resolve(folder, source), 'utf8');
  } catch (error) {
    throw unread(source, error);
  }
};

/**
 * What a program exports: of a saved scrape, of its URL, or of standard input.
 *
 * @param source `-` for standard input.
 * @param folder Where somebody typed the command.
 * @throws UsageError on what cannot be read, and on what is no scrape, as a page of HTML, which many a server answers at a wrong path.
 */
export const scraped = async (source: string, folder: string): Promise<ReadonlyMap<string, Family>> => {
  const exposition = await read(source, folder);
  try {
    return families(exposition);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError([`${source} is no exposition of Prometheus: ${why.slice(0, 200)}`]);
  }
};
