import type { Fault } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';

/** The page of whatever is none of the patterns. */
export const otherPage = 'other';

/** Patterns that are none, or are there twice. */
export const pageFaults = (pages: readonly string[]): readonly Fault[] => [
  ...pages
    .filter((page) => !/^\/[^?#\s]*$/.test(page))
    .map((page) => ({
      where: 'pages',
      what: page,
      code: 'bad-path' as const,
      why: `'${page}' is no pattern of a page`,
      cure: "write it as Next.js does: '/notices/[id]'",
    })),
  ...twice(pages).map((page) => ({
    where: 'pages',
    what: page,
    code: 'name-twice' as const,
    why: `${page} is there twice`,
    cure: 'leave one out',
  })),
];
