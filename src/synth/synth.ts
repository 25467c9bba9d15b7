import { resolve } from 'node:path';
import { oneOfEachCause, type TypeFault } from './causes.js';
import { writeFiles } from './folder.js';
import { type Content, publicationText, publish } from './publish.js';
import { sweep } from './sweep.js';
import { type Law, type MakeChart, synthesize } from './synthesize.js';
import type { Fault } from '#ground/fault.js';
import { EstateRefusal, estateText } from './refusal.js';

/** Pages for people, made of the same values as the manifests: texts by path, by the folder that holds them and nothing else. */
export type Pages = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** What is written beside the manifests: into their folder, and as pages into folders of their own. */
interface Beside {
  readonly files?: ReadonlyMap<string, string>;
  readonly pages?: Pages;
  /** Pages that stand alone: texts by their paths. */
  readonly alone?: Readonly<Record<string, string>>;
}

/** What synthesis came to, of which nothing is written yet. */
export interface Synthesized {
  /** What is wrong: then the rest is not to be published. */
  readonly faults: readonly Fault[];
  /** What may be wrong: whoever made it may mean it so. */
  readonly hints: readonly Fault[];
  /** The folder of manifests, with all that is in it. */
  readonly output: string;
  readonly files: ReadonlyMap<string, string>;
  readonly pages: Readonly<Record<string, Content>>;
}

/** Synthesizes the estate for `output`, with its pages. What a kill has left of an earlier publication there is finished or removed. */
export const synthesized = (
  charts: readonly MakeChart[],
  laws: readonly Law[],
  output: string,
  { files = new Map(), pages = {}, alone = {} }: Beside = {},
): Synthesized => {
  const beside = { ...pages, ...alone };
  sweep([output, ...Object.keys(beside)]);
  const hints: Fault[] = [];
  try {
    const manifests = synthesize(charts, laws, (told) => hints.push(...told));
    return { faults: [], hints, output, files: new Map([...manifests, ...files]), pages: beside };
  } catch (error) {
    if (!(error instanceof EstateRefusal)) throw error;
    return { faults: error.faults, hints, output, files: new Map(), pages: {} };
  }
};

/**
 * Writes what was synthesized, and says in a line for each folder and page what changed. All of them change together. When anything is
 * wrong with the estate, or with its types, all of that is printed, every folder stays as it was, and the process ends with code 1.
 */
export const published = (
  { faults: found, hints, output, files, pages }: Synthesized,
  types: readonly TypeFault[] = [],
): void => {
  const faults = oneOfEachCause(types, found);
  if (faults.length > 0) {
    console.error(`${estateText(faults)}\n${output}/ is as it was.`);
    process.exitCode = 1;
    return;
  }
  if (hints.length > 0)
    console.error(`To be looked at, though nothing is refused for it:\n${estateText(hints)}\n`);
  // the cdk8s CLI deletes the folder that it names before it runs us, so that is not the output: see cdk8s.yaml
  const copy = process.env.CDK8S_OUTDIR;
  if (copy !== undefined && resolve(copy) !== resolve(output)) writeFiles(files, copy);
  for (const each of publish({ [output]: files, ...pages })) console.log(publicationText(each));
};

/** Synthesizes the estate into `output`, by default `dist/`, which is committed and which ArgoCD reads, with its pages: see `published`. */
export const synth = (
  charts: readonly MakeChart[],
  laws: readonly Law[] = [],
  output = 'dist',
  beside: Beside = {},
): void => {
  published(synthesized(charts, laws, output, beside));
};
