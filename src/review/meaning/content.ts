import { createHash } from 'node:crypto';

/** A name that changes with all of a content; functions and what is not there are no part of it. */
export const contentOf = (content: unknown): string =>
  createHash('sha256')
    .update(typeof content === 'string' ? content : (JSON.stringify(content) ?? ''))
    .digest('hex')
    .slice(0, 16);
