import { byKey } from '#ground/by-key.js';

/** Files of a folder before a change and after it, by path. */
export interface Between {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** An object by the path of its file: `production/shop/ServiceMonitor.shop.yaml`. */
export interface ObjectFile {
  readonly path: string;
  /** Where it stands: `production/shop`. */
  readonly folder: string;
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

const objectFile = /^(.+)\/([A-Z][A-Za-z]+)\.([^/]+)\.yaml$/;

/** The objects among files, of which a file each is one. */
export const objectsIn = (files: ReadonlyMap<string, string>): readonly ObjectFile[] =>
  [...files].flatMap(([path, text]) => {
    const [, folder, kind, name] = objectFile.exec(path) ?? [];
    return folder === undefined || kind === undefined || name === undefined
      ? []
      : [{ path, folder, kind, name, text }];
  });

/** Objects of one kind in one folder that a change prunes, and those that it creates. */
export interface Replaced {
  readonly folder: string;
  readonly kind: string;
  readonly gone: readonly ObjectFile[];
  readonly come: readonly ObjectFile[];
}

/** What a sync would prune and create, by folder and kind. What stays where it is, is none of it, whatever changes in it. */
export const replacedIn = ({ before, after }: Between): readonly Replaced[] => {
  const gone = objectsIn(before).filter(({ path }) => !after.has(path));
  const come = objectsIn(after).filter(({ path }) => !before.has(path));
  const of = (all: readonly ObjectFile[], key: string): readonly ObjectFile[] =>
    all.filter(({ folder, kind }) => `${folder} ${kind}` === key);
  return [...byKey([...gone, ...come], ({ folder, kind }) => `${folder} ${kind}`)].flatMap(
    ([key, [first]]) =>
      first ? [{ folder: first.folder, kind: first.kind, gone: of(gone, key), come: of(come, key) }] : [],
  );
};
