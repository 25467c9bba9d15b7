import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of a page. */
export interface Block {
  /** `ts`, `sh`, `yaml`, `text`, as the fence names it. */
  readonly language: string;
  readonly code: string;
  /** What the comment over it says: the file whose excerpt it is. */
  readonly marker?: string;
}

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.md') && !path.startsWith('docs/runbooks/'));

/** What scripts write: other tests hold it. */
const generated = [
  ...(existsSync('docs/secrets') ? below('docs/secrets') : []),
  ...['docs/packs.md'].filter(existsSync),
];

/** Every page that people write, by its path. */
export const written: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...below('docs').filter((path) => !generated.includes(path)),
].sort();

/** Every page that people read. */
export const pages: readonly string[] = [...written, ...generated];

/** Those that are tried from their first block to their last, in an empty folder. */
export const walked: readonly string[] = ['docs/first-ten-minutes.md', 'docs/ko/first-ten-minutes.md'];

export const textOf = (page: string): string => readFileSync(page, 'utf8');

const fenced = /^(?:<!-- (.+?) -->\n\n?)?```(\w*)\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a page, in their order. */
export const blocksOf = (page: string): readonly Block[] =>
  [...textOf(page).matchAll(fenced)].map(([, marker, language = '', code = '']) => ({
    language,
    code,
    ...(marker !== undefined && { marker }),
  }));
