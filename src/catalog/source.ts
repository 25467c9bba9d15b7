import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageError } from '#ground/usage.js';
import { type Family, families } from './exposition.js';

/** By how Prometheus 3 asks: it takes what is told in OpenMetrics before the text format of its own. */
const asPrometheus = [
  'application/openmetrics-text;version=1.0.0;q=0.5',
  'application/openmetrics-text;version=0.0.1;q=0.4',
  'text/plain;version=1.0.0;q=0.3',
  'text/plain;version=0.0.4;q=0.2',
  '*/*;q=0.1',
].join(',');

const plain = 'text/plain;version=0.0.4;q=1,*/*;q=0.1';

/** What kept something from being read: the innermost cause tells, as of a server that is not there. */
const innermost = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : innermost(error.cause);
};

const unread = (source: string, error: unknown): UsageError =>
  new UsageError([`${source} cannot be read: ${innermost(error)}`]);

interface Read {
  readonly text: string;
  /** The header of an answer by HTTP, `null` where it has none; nothing of what is no answer. */
  readonly contentType?: string | null;
}

const fetched = async (url: string, accept: string): Promise<Read> => {
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(url, { headers: { accept }, signal }).catch((error: unknown) => {
    throw unread(url, error);
  });
  if (!answer.ok) throw new UsageError([`${url} answers ${answer.status} ${answer.statusText}`]);
  return { text: await answer.text(), contentType: answer.headers.get('content-type') };
};

const read = async (source: string, folder: string, accept: string): Promise<Read> => {
  if (source === '-') return { text: await text(process.stdin) };
  if (/^https?:\/\//.test(source)) return fetched(source, accept);
  try {
    return { text: readFileSync(resolve(folder, source), 'utf8') };
  } catch (error) {
    throw unread(source, error);
  }
};

const familiesOf = (source: string, exposition: string): ReadonlyMap<string, Family> => {
  try {
    return families(exposition);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError([`${source} is no exposition of Prometheus: ${why.slice(0, 200)}`]);
  }
};

/**
 * What a program exports: of a saved scrape, of its URL, or of standard input.
 *
 * @param source `-` for standard input.
 * @param folder Where somebody typed the command.
 * @throws UsageError on what cannot be read, and on what is no scrape, as a page of HTML, which many a server answers at a wrong path.
 */
export const scraped = async (source: string, folder: string): Promise<ReadonlyMap<string, Family>> =>
  familiesOf(source, (await read(source, folder, plain)).text);

/** What a program answers when it is asked as Prometheus asks. */
export interface Answer extends Read {
  readonly families: ReadonlyMap<string, Family>;
}

/** The same with how it was told, asked for as Prometheus asks: in OpenMetrics where the program knows it. */
export const asked = async (source: string, folder: string): Promise<Answer> => {
  const answer = await read(source, folder, asPrometheus);
  return { ...answer, families: familiesOf(source, answer.text) };
};
