import { resolve } from 'node:path';
import { writeFiles } from './folder.js';
import { publicationText, publish } from './publish.js';
import { sweep } from './sweep.js';
import { type Law, type MakeChart, synthesize } from './synthesize.js';
import type { Fault } from '../ground/fault.js';
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

/** Tells what may be wrong: whoever made it may mean it so. */
const hint = (hints: readonly Fault[]): void => {
  if (hints.length > 0)
    console.error(`To be looked at, though nothing is refused for it:\n${estateText(hints)}\n`);
};

/**
 * Synthesizes the estate into `output`, by default `dist/`, which is committed and which ArgoCD reads, with its pages, and
 * says in a line for each folder and page what changed. All of them change together. When anything is wrong with the estate, all of that
 * is printed, every folder stays as it was, and the process ends with code 1.
 */
export const synth = (
  charts: readonly MakeChart[],
  laws: readonly Law[] = [],
  output = 'dist',
  { files: others = new Map(), pages = {}, alone = {} }: Beside = {},
): void => {
  try {
    sweep([output, ...Object.keys(pages), ...Object.keys(alone)]);
    const files = new Map([...synthesize(charts, laws, hint), ...others]);
    // the cdk8s CLI deletes the folder that it names before it runs us, so that is not the output: see cdk8s.yaml
    const copy = process.env.CDK8S_OUTDIR;
    if (copy !== undefined && resolve(copy) !== resolve(output)) writeFiles(files, copy);
    for (const each of publish({ [output]: files, ...pages, ...alone })) console.log(publicationText(each));
  } catch (error) {
    if (!(error instanceof EstateRefusal)) throw error;
    console.error(`${error.message}\n${output}/ is as it was.`);
    process.exitCode = 1;
  }
};
