/** Where the runbooks of this repository are read in a browser: alerts link to them. */
export const runbooks = 'https://github.com/cheomseong/cheomseong/blob/main/docs/runbooks';
