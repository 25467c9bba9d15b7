import type { Application } from '#application/application.js';
import { laterIn } from '#application/later/in.js';
import { question } from '#application/later/question.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import type { Written } from '#laws/paths.js';
import { nothingSecretOn } from '#laws/secret-page.js';
import type { Drill } from '#synth/drills/drill.js';
import { distinct, keptTexts } from '#synth/kept-texts.js';
import { type Text, isSameText } from '#synth/publishing/content.js';
import { catalogueOf, cataloguePath } from './catalogue.js';
import { listedOf } from './listed.js';
import { runbookPages } from './page.js';

/** A place with the applications that run there. */
interface Running {
  readonly name: string;
  readonly applications: readonly Application[];
}

interface Page {
  readonly place: string;
  readonly path: string;
  readonly text: Text;
  /** The same as a text that was kept. */
  readonly whole: () => string;
}

/** The pages that are written, and what is wrong with them. */
interface Runbooks {
  readonly pages: ReadonlyMap<string, Text>;
  /** Who writes which. */
  readonly written: readonly Written[];
  /** What stands on them that is secret, where: `shop/ShopDown.md:12`. */
  readonly secret: () => readonly Fault[];
}

/** A page of an alert that is not the same everywhere: what is so in each place, below its name. */
const joined = (pages: readonly Page[]): string =>
  [...byKey(pages, ({ whole }) => whole())]
    .map(([text, of]) => {
      const [title = '', ...rest] = text.split('\n');
      return `${title} (${of.map(({ place }) => place).join(', ')})\n${rest.join('\n')}`;
    })
    .join('\n');

const isOne = (pages: readonly Page[]): boolean =>
  pages.every(({ text }) => isSameText(text, pages[0]?.text ?? ''));

const pagesOf = keptTexts('runbooks', runbookPages);
const textsOf = question('texts of runbooks', (application, drills: readonly Drill[]) =>
  Object.fromEntries(pagesOf.made(application, drills)),
);

/** An application with its drills, which follow from no file of its own: what is kept of it is of these. */
const drilled = (application: Application, own: readonly Drill[]): Application =>
  own.length === 0 ? application : laterIn(application, `drilled ${JSON.stringify(own)}`, (made) => made);

/** The runbooks of all places, one page for each alert of an application wherever it runs, and one that lists all alerts; and who writes which. */
export const runbooksOf = (places: readonly Running[], drills: readonly Drill[] = []): Runbooks => {
  const drillsOf = byKey(drills, ({ application }) => application);
  const running = places.flatMap(({ name: place, applications }) =>
    applications.map((each) => {
      const own = drillsOf.get(each.name) ?? [];
      return { place, application: drilled(each, own), own };
    }),
  );
  const all = running.flatMap(({ place, application, own }) =>
    [...pagesOf.of(application, own)].map(([path, text]): Page => {
      const whole = (): string => textsOf(application, own)[path] ?? '';
      return { place, path, text, whole };
    }),
  );
  const written = running.flatMap(({ application, own }) =>
    listedOf(application, own).alerts.map(({ path }) => ({ path, by: application.name })),
  );
  const byPath = [...byKey(all, ({ path }) => path)];
  const several = new Map(byPath.flatMap(([path, of]) => (isOne(of) ? [] : [[path, joined(of)] as const])));
  const pages = byPath.flatMap(([path, [first]]) =>
    first ? [[path, several.get(path) ?? first.text] as const] : [],
  );
  const applications = running.map(({ application }) => application);
  const catalogue = new Map(pages.length === 0 ? [] : [[cataloguePath, catalogueOf(applications, drills)]]);
  const secret = (): readonly Fault[] =>
    distinct([
      ...running.flatMap(({ application, own }) => pagesOf.secret(application, own)),
      ...nothingSecretOn(new Map([...several, ...catalogue])),
    ]);
  return { pages: new Map([...pages, ...catalogue]), written, secret };
};
