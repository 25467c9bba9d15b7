/** Where this repository is, from which ArgoCD takes dist/. */
export const repository = 'https://github.com/cheomseong/cheomseong';

/** Where the runbooks in it are read in a browser: alerts link to them. */
export const runbooks = `${repository}/blob/main/docs/runbooks` as const;
