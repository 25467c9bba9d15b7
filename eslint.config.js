import tseslint from 'typescript-eslint';

/**
 * The architecture: each folder imports from itself and from the folders named here, never the other way round.
 * What a folder may not import it cannot come to depend on. `ground` is below all of them.
 */
const layers = {
  ground: [],
  promql: ['ground'],
  metrics: ['ground', 'promql'],
  alerts: ['ground', 'promql', 'metrics'],
  routing: ['ground', 'promql', 'alerts'],
  dashboards: ['ground', 'promql', 'metrics', 'alerts'],
  application: ['ground', 'promql', 'metrics', 'alerts', 'routing', 'dashboards'],
  apps: ['ground', 'promql', 'metrics', 'alerts', 'routing', 'dashboards', 'application'],
  imports: ['ground'],
  constructs: ['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application', 'imports'],
  hosts: ['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application'],
  laws: ['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application', 'imports'],
  synth: [
    ...['ground', 'promql', 'alerts', 'routing', 'dashboards', 'application'],
    ...['imports', 'constructs', 'hosts', 'laws', 'main'],
  ],
  proof: ['ground', 'promql', 'alerts', 'routing', 'application', 'main'],
};

/** Packages that only the renderers to Kubernetes may know. */
const kubernetes = '^(cdk8s|cdk8s-plus-27|constructs|kubernetes-models|@kubernetes-models)(/|$)';
const knowsKubernetes = ['imports', 'constructs', 'synth', 'laws'];

const direction = ([folder, allowed]) => {
  const forbidden = [...Object.keys(layers), 'main', 'test'].filter(
    (other) => other !== folder && !allowed.includes(other),
  );
  return {
    files: [`${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${forbidden.join('|')})(/|\\.js$)`,
              message: `${folder}/ stands above that folder; see the layers in eslint.config.js.`,
            },
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
  { ignores: ['dist/', '.cache/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
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
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      'max-lines': 'off',
    },
  },
);
