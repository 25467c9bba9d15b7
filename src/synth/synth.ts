import { resolve } from 'node:path';
import { oneOfEachCause, type TypeFault } from './causes.js';
import { writeFiles } from './folder.js';
import { isAlone } from './publishing/content.js';
import { type Stood, keepRecord } from './publishing/record.js';
import { kept } from '#ground/cache.js';
import { type Change, changesIn, changesText } from './changes/told.js';
import {
  type Content,
  type Publication,
  type Text,
  differences,
  differs,
  publicationJson,
  publicationText,
  put,
} from './publish.js';
import { sweep } from './sweep.js';
import { type Law, type MakeChart, contentOf } from './synthesize.js';
import { hintsByKind } from '#laws/hints-by-kind.js';
import { type Fault, explained } from '#ground/fault.js';
import { EstateRefusal, estateText } from './refusal.js';

/** Pages for people, made of the same values as the manifests: texts by path, by the folder that holds them and nothing else. */
export type Pages = Readonly<Record<string, ReadonlyMap<string, Text>>>;

/** What is written beside the manifests: into their folder, and as pages into folders of their own. */
interface Beside {
  readonly files?: ReadonlyMap<string, Text>;
  readonly pages?: Pages;
  /** Pages that stand alone: texts by their paths. */
  readonly alone?: Readonly<Record<string, Text>>;
}

/** What synthesis came to, of which nothing is written yet. */
export interface Synthesized {
  /** What is wrong: then the rest is not to be published. */
  readonly faults: readonly Fault[];
  /** What may be wrong: whoever made it may mean it so. */
  readonly hints: readonly Fault[];
  /** The folder of manifests, with all that is in it. */
  readonly output: string;
  readonly files: ReadonlyMap<string, Text>;
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
    const manifests = contentOf(charts, laws, (told) => hints.push(...told));
    return { faults: [], hints, output, files: new Map([...manifests, ...files]), pages: beside };
  } catch (error) {
    if (!(error instanceof EstateRefusal)) throw error;
    return { faults: error.faults, hints, output, files: new Map(), pages: {} };
  }
};

/** How a synthesis is told and what is done with it. */
export interface Asked {
  /** Whether what stands there is only held against it: nothing is written. */
  readonly check?: boolean;
  /** Whether it is told for programs. */
  readonly json?: boolean;
  /** Is told what stands, where all is well and nothing but that is there now. */
  readonly standing?: (standing: Standing) => void;
}

/** What stands after a publication, and what is said of it as long as it stands. */
export interface Standing {
  /** The folders and pages, each with its path. */
  readonly paths: readonly string[];
  readonly stood: readonly Stood[];
  /** What is said of them, and of what may be wrong. */
  readonly out: string;
  readonly err: string;
}

const faultsText = (faults: readonly Fault[], output: string): string =>
  `${estateText(faults, true)}${explained(faults)}\n${output}/ is as it was.`;

const hintsText = (hints: readonly Fault[]): string =>
  `To be looked at, though nothing is refused for it:\n${estateText(hintsByKind(hints), true)}${explained(hints)}\n`;

/** What a sync prunes of what stood there; nothing where nothing did. */
const changesOf = (done: readonly Publication[], output: string): readonly Change[] =>
  done
    .filter((each) => each.path === output && differs(each) && each.before.size > 0)
    .flatMap(({ before, content }) => (isAlone(content) ? [] : changesIn({ before, after: content })));

/** What the cdk8s CLI reads: it deletes the folder that it names before it runs us, so that is not the output. See cdk8s.yaml. */
const copyForCdk8s = (files: ReadonlyMap<string, Text>, output: string): void => {
  const copy = process.env.CDK8S_OUTDIR;
  if (copy !== undefined && resolve(copy) !== resolve(output)) writeFiles(files, copy);
};

/**
 * Writes what was synthesized, and says in a line for each folder and page what changed. All of them change together. When anything is
 * wrong with the estate, or with its types, all of that is told, and every folder stays as it was.
 *
 * @returns 0 where all is well; 1 where something is wrong, or, where it is only checked, where something is stale.
 */
export const published = (
  { faults: found, hints, output, files, pages }: Synthesized,
  types: readonly TypeFault[] = [],
  { check = false, json = false, standing }: Asked = {},
): 0 | 1 => {
  const faults = oneOfEachCause(types, found);
  const isRefused = faults.length > 0;
  const contents = { [output]: files, ...pages };
  if (!isRefused && !check) copyForCdk8s(files, output);
  const records = kept('standing');
  const done = isRefused ? [] : differences(contents, records);
  const isStale = check && done.some(differs);
  // what stood there is read as long as it stands
  const changes = changesOf(done, output);
  const stood = check ? [] : put(done, records);
  if (json)
    console.log(JSON.stringify({ faults, hints, written: done.map(publicationJson), changes }, null, 2));
  else {
    if (isRefused) console.error(faultsText(faults, output));
    else if (hints.length > 0) console.error(hintsText(hints));
    for (const each of done) console.log(publicationText(each));
    if (changes.length > 0) console.log(changesText(changes));
    if (isStale) console.error(`Stale: run synth, and commit what it changes.`);
  }
  if (isRefused || isStale) return 1;
  standing?.({
    paths: done.map(({ path }) => path),
    // of a check nothing differs that comes to this
    stood: check ? done.map((each) => keepRecord(each)) : stood,
    out: done.map((each) => `${publicationText({ ...each, changed: 0, added: 0, removed: 0 })}\n`).join(''),
    err: hints.length === 0 ? '' : `${hintsText(hints)}\n`,
  });
  return 0;
};

/** Synthesizes the estate into `output`, by default `dist/`, which is committed and which ArgoCD reads, with its pages: see `published`. */
export const synth = (
  charts: readonly MakeChart[],
  laws: readonly Law[] = [],
  output = 'dist',
  beside: Beside = {},
): void => {
  process.exitCode = published(synthesized(charts, laws, output, beside));
};
