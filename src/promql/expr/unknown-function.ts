import { nearest } from '#ground/nearest.js';
import { isBinaryOperator } from './ast.js';
import { aggregations, functions, renamedFunctions } from './functions.js';
import { type Outside, outsideTexts } from './window-text.js';

/** Words before a parenthesis that are none of a function. */
const words =
  /^(by|without|on|ignoring|group_left|group_right|bool|offset|start|end|fill|fill_left|fill_right)$/;

/** Why a function is none: what it is called by now, or what was probably meant. */
export const unknownFunction = (name: string): string => {
  const now = renamedFunctions.get(name);
  if (now !== undefined) return `${name} is called ${now} since Prometheus 3.0; write that`;
  const meant = nearest(name, [...functions.keys(), ...aggregations.keys()]);
  return `${name} is no function of any release of Prometheus${meant === undefined ? '' : `; write ${meant}`}`;
};

/** The functions in a text that Prometheus does not know, each with its place: the grammar takes them for anything. */
export const unknownFunctions = (text: string): readonly Outside[] =>
  outsideTexts(text, /(?<![\w:.$])([a-zA-Z_]\w*)(?=\s*\()/g).filter(({ text: name }) => {
    const word = name.toLowerCase();
    return !functions.has(name) && !aggregations.has(word) && !isBinaryOperator(word) && !words.test(word);
  });
