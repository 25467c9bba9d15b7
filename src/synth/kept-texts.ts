import type { Application } from '#application/application.js';
import { laterOf } from '#application/later/later.js';
import { question } from '#application/later/question.js';
import type { Fault } from '#ground/fault.js';
import { nothingSecretOn } from '#laws/secret-page.js';
import { type Kept, type Text, sizeOf, sumOfText } from './publishing/content.js';

/** What is written of an application, text by path. */
type Texts = ReadonlyMap<string, string>;

/** How texts of an application are had. */
export interface KeptTexts<Given extends readonly unknown[]> {
  /** Of one that is to be made, they are known by their sums, and it is made for those alone that do not stand already. */
  readonly of: (application: Application, ...given: Given) => ReadonlyMap<string, Text>;
  /** Made of an application that is there: once, for as long as it is. */
  readonly made: (application: Application, ...given: Given) => Texts;
  /** What of them is secret, where: `shop/ShopDown.md:12`. */
  readonly secret: (application: Application, ...given: Given) => readonly Fault[];
}

/**
 * Texts that follow of one application alone, by path.
 *
 * @param name By which their sums are kept: no two have one name.
 * @param textsOf Makes them, of the application and of what is the same for all of its place.
 * @param secretIn Finds what of them is secret.
 */
export const keptTexts = <Given extends readonly unknown[]>(
  name: string,
  textsOf: (application: Application, ...given: Given) => Texts,
  secretIn: (texts: Texts) => readonly Fault[] = nothingSecretOn,
): KeptTexts<Given> => {
  const known = new WeakMap<Application, { readonly given: Given; readonly texts: Texts }>();
  const made = (application: Application, ...given: Given): Texts => {
    const before = known.get(application);
    if (before && before.given.every((each, i) => each === given[i])) return before.texts;
    const texts = textsOf(application, ...given);
    known.set(application, { given, texts });
    return texts;
  };
  const sums = question(
    name,
    (application, ...given: Given): readonly (readonly [string, string, number])[] =>
      [...made(application, ...given)].map(([path, text]) => [path, sumOfText(text), sizeOf(text)]),
  );
  const of = (application: Application, ...given: Given): ReadonlyMap<string, Text> => {
    const later = laterOf(application);
    if (later === undefined) return made(application, ...given);
    const { memory } = later;
    const isKnown = memory.answer(name) !== undefined;
    const all = sums(application, ...given);
    if (!isKnown) {
      const texts = made(later.make(), ...given);
      for (const [path, sum] of all) memory.keepText?.(sum, texts.get(path) ?? '');
    }
    const text = (path: string, sum: string): string =>
      memory.text?.(sum) ?? made(later.make(), ...given).get(path) ?? '';
    return new Map(
      all.map(([path, sum, size]): readonly [string, Kept] => [
        path,
        { sum, size, text: () => text(path, sum) },
      ]),
    );
  };
  const secret = question(`${name}: secret`, (application, ...given: Given) =>
    secretIn(made(application, ...given)),
  );
  return { of, made, secret };
};

/** What is wrong in one place of texts is told once, from however many places of the estate it was written. */
export const distinct = (faults: readonly Fault[]): readonly Fault[] => [
  ...new Map(faults.map((each) => [JSON.stringify(each), each])).values(),
];
