import tseslint from 'typescript-eslint';

/**
 * The architecture: each folder imports from itself and from the folders named here, never the other way round.
 * What a folder may not import it cannot come to depend on.
 */
const layers = {
  promql: [],
  metrics: ['promql'],
  alerts: ['promql', 'metrics'],
  routing: ['promql', 'alerts/rule'],
  logs: ['routing/fault.js', 'routing/secret.js'],
  dashboards: ['promql', 'metrics', 'alerts'],
  application: ['promql', 'metrics', 'alerts', 'routing', 'logs', 'dashboards'],
  apps: ['promql', 'metrics', 'alerts', 'routing', 'logs', 'dashboards', 'application'],
  runbooks: ['promql', 'alerts', 'routing', 'dashboards', 'application'],
  imports: [],
  constructs: ['promql', 'alerts', 'routing', 'logs', 'dashboards', 'application', 'imports', 'yaml'],
  files: ['promql', 'alerts', 'routing', 'logs', 'dashboards', 'application', 'yaml'],
  synth: ['imports', 'yaml'],
  laws: ['promql', 'alerts', 'routing', 'dashboards', 'application', 'imports', 'synth'],
  estate: ['proof', 'application', 'runbooks', 'constructs', 'files', 'laws', 'synth', 'main'],
  proof: ['promql', 'alerts', 'tools'],
  bench: ['apps', 'estate', 'synth'],
  tools: [],
  yaml: [],
};

/** Packages that only the renderers to Kubernetes may know. */
const kubernetes = '^(cdk8s|cdk8s-plus-27|constructs|kubernetes-models|@kubernetes-models)(/|$)';
const knowsKubernetes = ['imports', 'constructs', 'synth', 'laws', 'estate'];

/** What `folder` may not import of another: nothing of it, or all but the part that is allowed. */
const refused = (other, allowed) => {
  const parts = allowed
    .filter((each) => each.startsWith(`${other}/`))
    .map((each) => each.slice(other.length + 1));
  return parts.length > 0 ? `${other}(?!/(${parts.join('|')})(/|$))` : other;
};

const direction = ([folder, allowed]) => {
  const forbidden = [...Object.keys(layers), 'main', 'test']
    .filter((other) => other !== folder && !allowed.includes(other))
    .map((other) => refused(other, allowed));
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
