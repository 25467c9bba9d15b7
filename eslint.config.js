import tseslint from 'typescript-eslint';

/** What those need that show what an estate will do: its values, what is written of them, and real programs. */
const shown = [
  ...['ground', 'promql', 'logql', 'metrics', 'alerts', 'routing', 'dashboards', 'application', 'platform'],
  ...['cluster', 'hosts', 'constructs', 'delivery', 'laws', 'proof', 'browser/wire'],
];

/**
 * The architecture: each folder imports from itself and from the folders named here, never the other way round.
 * What a folder may not import it cannot come to depend on. `ground` is below all of them.
 */
const layers = {
  ground: [],
  promql: ['ground'],
  logql: ['ground', 'promql'],
  rules: ['ground', 'promql'],
  derive: ['ground', 'promql'],
  metrics: ['ground', 'promql'],
  alerts: ['ground', 'promql', 'logql', 'metrics'],
  routing: ['ground', 'promql', 'alerts'],
  dashboards: ['ground', 'promql', 'metrics', 'alerts'],
  application: ['ground', 'promql', 'logql', 'metrics', 'alerts', 'routing', 'dashboards'],
  platform: ['ground', 'promql', 'dashboards'],
  cluster: ['ground', 'promql', 'metrics', 'alerts', 'routing', 'dashboards', 'application', 'platform'],
  instrumentation: ['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application'],
  imports: ['ground'],
  constructs: ['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application', 'platform', 'imports'],
  secrets: ['ground', 'alerts', 'routing', 'application', 'platform', 'cluster'],
  delivery: [
    ...['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application', 'platform', 'cluster'],
    ...['imports', 'constructs', 'secrets', 'hosts'],
  ],
  cost: ['ground', 'promql', 'metrics', 'alerts', 'dashboards', 'application', 'platform', 'cluster'],
  hosts: ['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application'],
  laws: [
    ...['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application', 'platform', 'cluster'],
    ...['logql', 'imports', 'secrets', 'cost'],
  ],
  synth: [
    ...['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application', 'platform', 'cluster'],
    ...['imports', 'constructs', 'hosts', 'instrumentation', 'laws', 'secrets', 'delivery', 'cost'],
  ],
  reference: ['ground', 'promql', 'metrics', 'alerts', 'application'],
  proof: ['ground', 'promql', 'rules', 'derive', 'alerts', 'routing', 'application', 'catalog'],
  incoming: [
    ...['ground', 'promql', 'rules', 'derive', 'metrics', 'alerts', 'routing', 'dashboards', 'application'],
    ...['catalog', 'openslo', 'new', 'proof', 'constructs', 'hosts', 'synth'],
  ],
  catalog: ['ground', 'promql', 'metrics'],
  openslo: ['ground', 'promql', 'alerts'],
  new: ['ground'],
  explain: ['ground'],
  // What a page and the command that serves it tell each other: types alone.
  'browser/wire': [],
  servers: ['ground', 'proof', 'browser/wire'],
  preview: [...shown, 'cost', 'synth', 'servers', 'rehearsal'],
  rehearsal: [...shown, 'synth', 'servers'],
  review: [...shown, 'rules', 'secrets', 'cost', 'synth'],
  command: [
    ...['ground', 'promql', 'alerts', 'routing', 'application', 'platform', 'cluster', 'catalog'],
    ...['openslo', 'new', 'explain', 'proof', 'incoming', 'secrets', 'cost', 'synth'],
    ...['browser/wire', 'preview', 'rehearsal', 'review'],
  ],
};

/** Packages that only the renderers to Kubernetes may know. */
const kubernetes = '^(cdk8s|cdk8s-plus-27|constructs|kubernetes-models|@kubernetes-models)(/|$)';
const knowsKubernetes = ['imports', 'constructs', 'delivery', 'synth', 'laws'];

/** What no file of the library may import: its own public words, which are made of it, and what its users have. */
const outside = [
  {
    regex: '^(#public/|#index\\.js$|cheomseong(/|$))',
    message: 'The public words are made of the library, never the other way round.',
  },
  {
    regex: '^\\.\\./',
    message: 'Write `#folder/file.js`: what is not beside or below is named from the root of the library.',
  },
];

const direction = ([folder, allowed]) => {
  const forbidden = Object.keys(layers).filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^#(${forbidden.join('|')})/`,
              message: `${folder}/ stands above that folder; see the layers in eslint.config.js.`,
            },
            ...outside,
            ...(knowsKubernetes.includes(folder)
              ? []
              : [{ regex: kubernetes, message: `${folder}/ knows nothing of Kubernetes; renderers do.` }]),
          ],
        },
      ],
    },
  };
};

export default tseslint.config(
  { ignores: ['dist/', 'instrumentation/', 'lib/', '.cache/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    // What the command reads before anything else: Node starts a script sooner than a module.
    files: ['bin/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      // `{}` is the type of no labels and of no values.
      '@typescript-eslint/no-empty-object-type': ['error', { allowObjectTypes: 'always' }],
      // The `declare` members that carry variance, and types that are only asserted.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
    },
  },
  ...Object.entries(layers).map(direction),
  {
    // The estate is the library's first user: it says all that it says by public words. So does what its users make themselves.
    files: ['apps/**/*.ts', 'main.ts', 'test/outside/**/*.ts'],
    ignores: ['test/outside/**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(#|(\\.{1,2}/)+(src|test|lib)/)',
              message: "The estate imports 'cheomseong', as every user does.",
            },
          ],
        },
      ],
    },
  },
  {
    // A page knows what it is told, and nothing of what tells it.
    files: ['src/browser/**/*.ts', 'src/browser/**/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^#(?!browser/)',
              message: 'browser/ runs in a browser, and knows nothing of the library.',
            },
            ...outside,
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      'max-lines': 'off',
    },
  },
);
