import type { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import type { Application } from '#application/application.js';
import { laterOf } from '#application/later/later.js';
import { question } from '#application/later/question.js';
import type { Fault } from '#ground/fault.js';
import type { Manifest } from '#imports/manifest.js';
import type { Rendered } from '#imports/render.js';
import { type Kept, sizeOf, sumOfText, textOf } from '#synth/publishing/content.js';
import { type Written, writtenChart } from '#synth/written.js';

/** What is known of an object that is not made: who it is. */
interface Head {
  readonly path: string;
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Manifest['metadata'];
}

/** What is known of an application's chart that is not made. */
interface Known {
  readonly faults: readonly Fault[];
  readonly objects: readonly Head[];
  readonly files: readonly (readonly [path: string, sum: string, size: number])[];
}

/** A manifest of which only its identity is known; the rest makes it. */
const laterManifest = ({ apiVersion, kind, metadata }: Head, make: () => Manifest): Manifest => {
  const head: Manifest = { apiVersion, kind, metadata };
  return new Proxy(head, {
    get: (known, field) => Reflect.get(field in known ? known : make(), field),
    has: (_, field) => Reflect.has(make(), field),
    ownKeys: () => Reflect.ownKeys(make()),
    getOwnPropertyDescriptor: (_, field) => {
      const own = Reflect.getOwnPropertyDescriptor(make(), field);
      return own && { ...own, configurable: true };
    },
  });
};

const knownOf = ({ faults, objects, files }: Written): Known => ({
  faults,
  objects: objects.map(({ path, file, manifest: { apiVersion, kind, metadata } }) => ({
    ...{ path, file, apiVersion, kind, metadata },
  })),
  files: [...files()].map(([path, text]) => [path, sumOfText(text), sizeOf(text)]),
});

/**
 * What is written of an application's chart in its place, where the application is made later: nothing is made for it that was known. Nothing
 * where it is there already.
 */
export const keptChart = (
  application: Application,
  place: string,
  make: (app: App, application: Application) => Chart,
): (() => Written) | undefined => {
  const later = laterOf(application);
  if (later === undefined) return undefined;
  let made: Written | undefined;
  const written = (described: Application): Written => {
    if (made !== undefined) return made;
    const chart = writtenChart((app) => make(app, described), place);
    if (chart === undefined) throw new Error(`no chart was made of ${described.name}`);
    let files: ReturnType<Written['files']> | undefined;
    made = { ...chart, files: () => (files ??= chart.files()) };
    return made;
  };
  const { memory } = later;
  const known = question('written', (described) => {
    const whole = written(described);
    const told = knownOf(whole);
    for (const [path, sum] of told.files) memory.keepText?.(sum, textOf(whole.files().get(path) ?? ''));
    return told;
  });
  const whole = (): Written => written(later.make());
  return () => {
    const { faults, objects, files } = known(application);
    const id = application.name;
    const manifest = (i: number): Manifest => {
      const object = whole().objects[i];
      if (object === undefined) throw new Error(`${id} has fewer objects than it had`);
      return object.manifest;
    };
    const kept = ([path, sum, size]: Known['files'][number]): readonly [string, Kept] => [
      path,
      { sum, size, text: () => memory.text?.(sum) ?? textOf(whole().files().get(path) ?? '') },
    ];
    return {
      ...{ id, path: id, faults },
      objects: objects.map((head, i): Rendered => ({
        ...{ place, application: id, path: head.path, file: head.file },
        manifest: laterManifest(head, () => manifest(i)),
      })),
      files: () => new Map(files.map(kept)),
    };
  };
};
