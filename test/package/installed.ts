import { readFileSync } from 'node:fs';

/** What package-lock.json says of a package. */
export interface Locked {
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: boolean;
  readonly deprecated?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
export const manifest: Locked & {
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  readonly engines: { readonly node: string };
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly version: string;
} = read('package.json');
export const locked: Readonly<Record<string, Locked>> = read('package-lock.json').packages;

/** What npm installs with a package: its dependencies, and the peers that it must have. */
const broughtBy = ({
  dependencies,
  optionalDependencies,
  peerDependencies,
  peerDependenciesMeta,
}: Locked) => [
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...Object.keys(peerDependencies ?? {}).filter((name) => peerDependenciesMeta?.[name]?.optional !== true),
];

/** The place in node_modules at which a package finds another: beside it, or above. */
const placeOf = (name: string, from: string): string => {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (place in locked) return place;
  if (from === '') throw new Error(`package-lock.json does not hold ${name}`);
  return placeOf(name, from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''));
};

/** The packages that npm installs for whoever installs this one, by their places in node_modules. */
export const installedWithUs = (): ReadonlyMap<string, Locked> => {
  const found = new Map<string, Locked>();
  const visit = (from: string, one: Locked): void => {
    for (const name of broughtBy(one)) {
      const place = placeOf(name, from);
      const other = locked[place];
      if (other === undefined || found.has(place)) continue;
      found.set(place, other);
      visit(place, other);
    }
  };
  visit('', manifest);
  return found;
};
