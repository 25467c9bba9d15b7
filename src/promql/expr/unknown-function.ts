import { nearest } from '#ground/nearest.js';
import { isBinaryOperator } from './ast.js';
import { aggregations, functions, renamedFunctions } from './functions.js';
import { type Outside, outsideTexts } from './window-text.js';

/** Words before a parenthesis that are none of a function. */
const words =
  /^(by|without|on|ignoring|group_left|group_right|bool|offset|start|end|fill|fill_left|fill_right)$/;

/** The function that was probably meant; nothing where none is near. */
export const meantFunction = (name: string): string | undefined =>
  nearest(name, [...functions.keys(), ...aggregations.keys()]);

/** Why a function is none: what it is called by now, or what was probably meant. */
export const unknownFunction = (name: string): string => {
  const now = renamedFunctions.get(name);
  if (now !== undefined) return `${name} is called ${now} since Prometheus 3.0; write that`;
  const meant = meantFunction(name);
  return `${name} is no function of any release of Prometheus${meant === undefined ? '' : `; write ${meant}`}`;
};

/** Labels without their parentheses, each with its place and what stands before them: `by service` of `sum by service (x)`. */
export const bareLabels = (text: string): readonly Outside[] =>
  outsideTexts(text, /(?<![\w:.$])(?:by|without|on|ignoring)\s+[a-zA-Z_]\w*(?:\s*,\s*[a-zA-Z_]\w*)*/gi);

/** The functions in a text that Prometheus does not know, each with its place: the grammar takes them for anything. */
export const unknownFunctions = (text: string): readonly Outside[] =>
  outsideTexts(text, /(?<![\w:.$])([a-zA-Z_]\w*)(?=\s*\()/g).filter(({ text: name }) => {
    const word = name.toLowerCase();
    return !functions.has(name) && !aggregations.has(word) && !isBinaryOperator(word) && !words.test(word);
  });
