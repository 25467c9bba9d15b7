/** Where this repository is read in a browser: alerts link to the runbooks in it. */
const repository = 'https://github.com/cheomseong/cheomseong/blob/main';

/** The page of an alert's runbook. */
export const runbookOf = (alert: string, application: string): string =>
  `${repository}/docs/runbooks/${application}/${alert}.md`;
