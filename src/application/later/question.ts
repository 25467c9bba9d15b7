import type { Application } from '#application/application.js';
import { laterOf } from './later.js';

/** What JSON holds as it is: neither functions nor maps, sets and dates. */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends
        | ((...given: never) => unknown)
        | ReadonlyMap<unknown, unknown>
        | ReadonlySet<unknown>
        | Date
        | symbol
        | bigint
    ? never
    : { readonly [K in keyof T]: Plain<T[K]> };

/** An answer as text, remembered by the question, where the application is one that is made later. */
export const rememberedText = (
  application: Application,
  name: string,
  answer: (application: Application) => string,
): string => {
  const later = laterOf(application);
  if (later === undefined) return answer(application);
  const known = later.memory.answer(name);
  if (known !== undefined) return known;
  const text = answer(later.make());
  later.memory.remember(name, text);
  return text;
};

/**
 * A question about one application, whose answer follows from the application, from where it runs and from nothing else: so it is kept for
 * as long as these are what they were, and is answered without making the application. Its answer is plain data.
 *
 * @param name By which the answer is kept: no two questions have one name.
 * @param given What is the same for all applications of a place, and follows from the place without its applications.
 */
export const question =
  <A, Given extends readonly unknown[]>(
    name: string,
    answer: (application: Application, ...given: Given) => A & Plain<A>,
  ): ((application: Application, ...given: Given) => A) =>
  (application, ...given) =>
    laterOf(application) === undefined
      ? answer(application, ...given)
      : JSON.parse(rememberedText(application, name, (made) => JSON.stringify(answer(made, ...given))));
