import { readRules } from '#rules/read.js';
import type { WrittenAlert, WrittenRule } from '#rules/rule.js';

/** A file as a test gives it, its lines from the first. */
export const readOf = (text: string, file = 'rules.yml') => readRules([{ file, text }]);

/** What the rules of a text are called, with the lines in which they and their expressions begin. */
export const linesOf = (text: string): readonly string[] =>
  rulesOf(text).map(({ name, place, exprPlace }) => `${name} ${place.line} ${exprPlace.line}`);

export const rulesOf = (text: string): readonly WrittenRule[] =>
  readOf(text).groups.flatMap(({ rules }) => rules);

/** The only alert of a text. */
export const alertOf = (text: string): WrittenAlert | undefined =>
  rulesOf(text).find((rule): rule is WrittenAlert => rule.kind === 'alert');

/** The faults of a text as a person reads them, where and why. */
export const faultsOf = (text: string): readonly string[] =>
  readOf(text).faults.map(({ where, why, cure }) => `${where}: ${why}; ${cure}`);
