import { randomUUID } from 'node:crypto';
import { byAmtool } from './amtool.js';
import { beside } from './beside.js';

/** Bytes of templates in one call: an argument may be of 128 KiB on Linux. */
const most = 100_000;

/** Texts in as few shares as hold so many bytes each. */
const shares = <T extends { readonly text: string }>(all: readonly T[]): readonly (readonly T[])[] => {
  const made: T[][] = [];
  let room = 0;
  for (const each of all) {
    const size = Buffer.byteLength(each.text) + 40;
    if (size > room) {
      made.push([]);
      room = most;
    }
    made.at(-1)?.push(each);
    room -= size;
  }
  return made;
};

/**
 * Templates that write text, rendered over the same data by one amtool: starting it takes longer than all that it renders. Each by its
 * template; there is none of a template that must be asked about alone: where one of them is refused, which is not told.
 */
export const together = async (
  templates: readonly string[],
  data: string,
): Promise<ReadonlyMap<string, string>> => {
  const beginning = randomUUID();
  const ready = templates.flatMap((template, i) => {
    const text = beside(template, `n${i}`);
    return text === undefined ? [] : [{ template, text: `${beginning}${text}` }];
  });
  const found = await Promise.all(
    shares(ready).map(async (share): Promise<readonly (readonly [string, string])[]> => {
      if (share.length < 2) return [];
      const joined = share.map(({ text }) => text).join('');
      const rendering = await byAmtool({ template: joined, writes: 'text' }, data);
      const texts = 'text' in rendering ? rendering.text.split(beginning).slice(1) : [];
      return texts.length === share.length ? share.map(({ template }, i) => [template, texts[i] ?? '']) : [];
    }),
  );
  return new Map(found.flat());
};
