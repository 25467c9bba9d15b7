import type { Found } from './found.js';

/** The release of the package that makes the estate. */
export interface Package {
  readonly version: string;
}

type Fields = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const sorted = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What `npm init` writes fails on purpose. */
const isTest = (script: unknown): script is string =>
  typeof script === 'string' && !script.includes('no test specified');

/** What `npm test` of an estate does: what is written is fresh, every alert does what it says, and everybody is told of what is theirs. */
export const testScript = (base: string): string =>
  ['cheomseong synth --check', 'cheomseong prove', `cheomseong prove --routes ${base}test/routes`].join(
    ' && ',
  );

/** package.json with what an estate needs: keys that are there already are kept. */
export const packageJson = (
  { read, called, base, main }: Pick<Found, 'read' | 'called' | 'base' | 'main'>,
  { version }: Package,
): string => {
  const existing = read('package.json');
  const had = objectOf(existing === undefined ? undefined : JSON.parse(existing));
  const { test, ...scripts } = objectOf(had['scripts']);
  const isThere = ['dependencies', 'devDependencies', 'peerDependencies'].some(
    (key) => 'cheomseong' in objectOf(had[key]),
  );
  const made = {
    ...(existing === undefined && { name: called, version: '0.0.0', private: true, type: 'module' }),
    ...had,
    scripts: {
      synth: 'cheomseong synth',
      prove: 'cheomseong prove',
      ...(isTest(test) && { 'test:monitoring': testScript(base) }),
      ...scripts,
      test: isTest(test) ? test : testScript(base),
    },
    ...(!isThere && {
      devDependencies: sorted({ ...objectOf(had['devDependencies']), cheomseong: version }),
    }),
    ...(main !== 'main.ts' && { cheomseong: { ...objectOf(had['cheomseong']), main } }),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
};
