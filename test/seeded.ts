import fc from 'fast-check';

/**
 * Generated cases are the same in every run: a pull request must not fail for what it did not change. To look for
 * more, run with another seed: `FC_SEED=42 npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });

export { fc };
