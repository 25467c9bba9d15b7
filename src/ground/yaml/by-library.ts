import { Document, type ScalarTag, visit } from 'yaml';

/** A text of nothing but spaces and line breaks: as a literal block its first line would lose its spaces. */
const isBlank = (text: string): boolean => /^[ \n]*$/.test(text) && text.includes('\n');

/**
 * What some reader takes for another value, beside what `compat` knows: the key of a default value, https://yaml.org/type/value.html,
 * octal numbers with a sign, and numbers with commas.
 */
const otherValue = /^(=|[-+]0o[0-7]+|[-+]?[1-9]\d*(,\d+)+)$/;

/**
 * What YAML 1.1 breaks lines at and 1.2 does not, and what is no printable character in one of them,
 * https://yaml.org/spec/1.1/#c-printable. It is only ever written escaped.
 */
const unprintable = '[\\u007f-\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff]';
const isUnprintable = new RegExp(unprintable);
const escaped = (text: string): string =>
  text.replace(
    new RegExp(unprintable, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A number with an exponent: YAML 1.1 reads one only with a point before it and a sign in it. */
const withExponent: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => typeof value === 'number' && `${value}`.includes('e'),
  test: /^-?\d+\.\d+e[-+]\d+$/,
  resolve: Number,
  stringify: ({ value }) => `${Number(value)}`.replace(/^(-?\d+)e/, '$1.0e'),
};

/**
 * The text of a value as YAML by the package that knows every case: texts of several lines as literal blocks, nothing folded, quotes only
 * where some parser of Kubernetes, Ansible or Python (YAML 1.1 or 1.2) would read another value without them, no anchors.
 */
export const yamlByLibrary = (value: object): string => {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    customTags: (tags) => [withExponent, ...tags],
  });
  visit(document, {
    Scalar: (_, scalar) => {
      const { value: text } = scalar;
      if (typeof text !== 'string') return;
      if (isBlank(text) || otherValue.test(text) || isUnprintable.test(text)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return escaped(document.toString({ lineWidth: 0, blockQuote: 'literal' }));
};
