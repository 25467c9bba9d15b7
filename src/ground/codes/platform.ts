import { theme } from './kind.js';

/** What a platform selects, keeps and runs, and what is on it. */
export const platform = theme({
  'namespace-not-selected': {
    is: 'An object in a namespace that its platform does not look into',
    why: 'It is applied and healthy, and Prometheus never hears of it.',
    wrong: ``,
    right: ``,
    mistakes: [],
  },
});
