import { instead } from '#ground/nearest.js';
import { UsageError, readWords } from '#ground/usage.js';

const forges = ['github', 'gitlab'] as const;
type Forge = (typeof forges)[number];

/** What is written to standard output. */
export type Wanted = 'page' | 'json' | 'dashboards' | 'annotations' | 'meaning' | 'nothing';

/** How a review was asked for. */
export interface Asked {
  readonly base?: string;
  readonly head?: string;
  /** A file for the page. */
  readonly page?: string;
  readonly wanted: Wanted;
  readonly forge: Forge;
}

const known = {
  head: { type: 'string' },
  page: { type: 'string' },
  json: { type: 'boolean' },
  'changed-dashboards': { type: 'boolean' },
  annotations: { type: 'string' },
  meaning: { type: 'boolean' },
} as const;

const isForge = (text: string): text is Forge => forges.some((each) => each === text);

/** @throws UsageError on options that there are not, and on two that exclude each other. */
export const askedFor = (words: readonly string[]): Asked => {
  const read = readWords(words, known, 1);
  const [head, page, annotations, base] = [
    read.text('head'),
    read.text('page'),
    read.text('annotations'),
    read.words[0],
  ];
  if (annotations !== undefined && !isForge(annotations))
    throw new UsageError([`There is no forge ${annotations}: ${instead(annotations, forges)}`]);
  const outputs: readonly Wanted[] = [
    ...(read.isGiven('json') ? (['json'] as const) : []),
    ...(read.isGiven('changed-dashboards') ? (['dashboards'] as const) : []),
    ...(read.isGiven('meaning') ? (['meaning'] as const) : []),
    ...(annotations === undefined ? [] : (['annotations'] as const)),
  ];
  if (outputs.length > 1)
    throw new UsageError([
      'Of --json, --changed-dashboards, --annotations and --meaning each has standard output to itself: ask for one of them',
    ]);
  return {
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
    ...(page !== undefined && { page }),
    wanted: outputs[0] ?? (page === undefined ? 'page' : 'nothing'),
    forge: annotations !== undefined && isForge(annotations) ? annotations : 'github',
  };
};
