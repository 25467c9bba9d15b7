import { canonical } from '#incoming/parity/canonical.js';

/** A variable of Grafana's in any of its three ways. */
const variable = /\$\{(\w+)(?::[^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\]|\$(\w+)/g;

/** Variables that stand where PromQL has a length of time. */
const window = /(\[|:|offset\s+)\s*(\$\{\w+(?::[^}]*)?\}|\[\[\w+\]\]|\$\w+)/g;

/** Windows that the reader knows as they are. */
const known = ['$__rate_interval', '$__range', '$__interval'];

/** A length that nobody writes, by the number of the text for which it stands. */
const lengthOf = (text: string, seen: string[]): string => {
  const index = seen.includes(text) ? seen.indexOf(text) : seen.push(text) - 1;
  return `${700_001 + index}s`;
};

/**
 * A text of PromQL with Grafana's variables in it as PromQL: each is a name, or a length of time, that stands for it alone. What is quoted stays.
 */
export const withoutVariables = (text: string): string => {
  const seen: string[] = [];
  return text
    .replace(window, (_, before: string, found: string) =>
      known.includes(found) ? `${before}${found}` : `${before}${lengthOf(found, seen)}`,
    )
    .replace(variable, (found: string, braced?: string, bracketed?: string, plain?: string) =>
      known.includes(found) ? found : `variable_${braced ?? bracketed ?? plain}`,
    );
};

/** Whether two texts are one expression: as trees where both can be read, else as they stand. */
export const isSameExpression = (one: string, other: string): boolean =>
  one === other || canonical(withoutVariables(one)) === canonical(withoutVariables(other));
