import type { PageOf } from '#browser/wire/page.js';
import { UsageError } from '#ground/usage.js';
import type { Try } from '#incoming/trial/outcome.js';
import { type Estate, isEstate } from '#synth/estate/home.js';
import type { Standing } from '#synth/synth.js';
import type { Thrown } from '#synth/thrown.js';

/** What a module exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** What the runner found: modules of the estate, and what is wrong with their files. */
export interface Given {
  /** The release of the package. */
  readonly version?: string;
  /** The file that exports the estate, there or not: `main.ts`, or what package.json says. */
  readonly mainFile?: string;
  /** What it exports. */
  readonly main?: Exports;
  /** What the file exports that `catalog` is held against, or writes as a registry. */
  readonly against?: Exports;
  /** What files threw. */
  readonly thrown?: readonly Thrown[];
  /** Ways from a file back to itself. */
  readonly circles?: readonly (readonly string[])[];
  /** What runs a file that was written for a trial; nothing where the estate cannot import the product. */
  readonly tries?: Try;
  /** What a browser loads of a page. */
  readonly pageOf?: PageOf;
  /** What stands for all sources that run: they are the same where it is. */
  readonly sumOfSources?: () => string;
  /** Is told what stands after a synthesis, which is said of it again as long as nothing changes. */
  readonly standing?: (standing: Standing) => void;
  /** Whether what is wrong is thrown, as `Unsound`, instead of told: of an estate whose applications are made later. */
  readonly onlySound?: boolean;
  /** The folder of the product's own sources, where it runs from them. */
  readonly library?: string | undefined;
  /** The script that runs the command, by which it runs itself in another folder. */
  readonly program?: string;
}

/**
 * The estate that `main.ts` exports, or the file that is in its place.
 *
 * @throws UsageError where it exports none.
 */
export const estateOf = (main: Exports = {}, file = 'main.ts'): Estate => {
  const exported = main['default'];
  if (isEstate(exported)) return exported;
  throw new UsageError([
    `${file} exports no estate: export default estate({ places: [cluster('production', { applications: [shop] })] })`,
  ]);
};
