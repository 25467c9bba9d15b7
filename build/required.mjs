/**
 * For esbuild: what a CommonJS package that is taken into the library requires of those that stay outside is imported. An ECMAScript module
 * has no `require`.
 */
export const requiredAsImported = (outside) => ({
  name: 'required as imported',
  setup: (build) => {
    const isOutside = new RegExp(`^(node:.+|${outside.map((name) => `${name}(/.+)?`).join('|')})$`);
    build.onResolve({ filter: isOutside }, ({ path, kind }) =>
      kind === 'require-call' ? { path, namespace: 'imported' } : { path, external: true },
    );
    build.onLoad({ filter: /.*/, namespace: 'imported' }, ({ path }) => ({
      contents: `export * from ${JSON.stringify(path)};`,
    }));
  },
});
