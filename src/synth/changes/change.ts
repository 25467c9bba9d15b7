import { dirname } from 'node:path';
import { byKey } from '#ground/by-key.js';
import { type Text, isSameText } from '#synth/publishing/content.js';

/** Files of a folder before a change and after it, by path. */
export interface Between {
  readonly before: ReadonlyMap<string, Text>;
  readonly after: ReadonlyMap<string, Text>;
}

/** An object by the path of its file: `production/shop/ServiceMonitor.shop.yaml`. */
export interface ObjectFile {
  readonly path: string;
  /** Where it stands: `production/shop`. */
  readonly folder: string;
  readonly kind: string;
  readonly name: string;
  readonly text: Text;
}

const objectFile = /^(.+)\/([A-Z][A-Za-z]+)\.([^/]+)\.yaml$/;

/** The objects among files, of which a file each is one. */
export const objectsIn = (files: ReadonlyMap<string, Text>): readonly ObjectFile[] =>
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

/** The same change with those folders alone in which anything differs: what is in the others need not be had. */
export const whereItDiffers = ({ before, after }: Between): Between => {
  const isSame = (path: string): boolean => {
    const [was, is] = [before.get(path), after.get(path)];
    return was !== undefined && is !== undefined && isSameText(was, is);
  };
  const paths = new Set([...before.keys(), ...after.keys()]);
  const folders = new Set([...paths].filter((path) => !isSame(path)).map(dirname));
  const inThese = (files: ReadonlyMap<string, Text>): ReadonlyMap<string, Text> =>
    new Map([...files].filter(([path]) => folders.has(dirname(path))));
  return { before: inThese(before), after: inThese(after) };
};

/** What a sync would prune and create, by folder and kind. What stays where it is, is none of it, whatever changes in it. */
export const replacedIn = ({ before, after }: Between): readonly Replaced[] => {
  const keyOf = ({ folder, kind }: ObjectFile): string => `${folder} ${kind}`;
  const gone = objectsIn(before).filter(({ path }) => !after.has(path));
  const come = objectsIn(after).filter(({ path }) => !before.has(path));
  const [goneOf, comeOf] = [byKey(gone, keyOf), byKey(come, keyOf)];
  return [...byKey([...gone, ...come], keyOf)].flatMap(([key, [first]]) =>
    first
      ? [
          {
            folder: first.folder,
            kind: first.kind,
            gone: goneOf.get(key) ?? [],
            come: comeOf.get(key) ?? [],
          },
        ]
      : [],
  );
};
