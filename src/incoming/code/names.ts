import type { Code } from './code.js';

/** Words that nothing can be called by. */
const reserved = new Set(
  [
    'arguments as async await break case catch class const continue debugger default delete do else enum eval export extends false',
    'finally for from function get if implements import in instanceof interface let new null of package private protected public',
    'return set static super switch this throw true try type typeof undefined var void while with yield',
  ]
    .join(' ')
    .split(' '),
);

const heads = /^[A-Za-z_$][\w$]*/;

/** The names that a piece of code takes from elsewhere. */
export const namesIn = (code: Code): readonly string[] => {
  switch (code.is) {
    case 'text': {
      const [name] = heads.exec(code.text) ?? [];
      return name === undefined || reserved.has(name) ? [] : [name];
    }
    case 'member':
    case 'spread':
      return namesIn(code.of);
    case 'call':
      return [...namesIn(code.of), ...code.args.flatMap(namesIn)];
    case 'list':
      return code.items.flatMap(namesIn);
    case 'arrow':
      return namesIn(code.gives);
    case 'object':
      return code.fields.flatMap(({ name, value }) => (value === undefined ? [name] : namesIn(value)));
  }
};

/** A name as code has one: `KubePodCrashLooping` is `kubePodCrashLooping`, `node_load5:avg` is `nodeLoad5Avg`. */
export const codeName = (text: string): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
  // an acronym at the beginning is small as a whole: `HTTPErrors` is `httpErrors`
  const name = joined.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+(?=\d|$)|^[A-Z]/, (begin) => begin.toLowerCase());
  if (name === '') return 'unnamed';
  return /^\d/.test(name) || reserved.has(name) ? `_${name}` : name;
};
