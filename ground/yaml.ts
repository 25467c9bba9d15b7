import { Document, visit } from 'yaml';

/** A text of nothing but spaces and line breaks: as a literal block its first line would lose its spaces. */
const isBlank = (value: unknown): boolean =>
  typeof value === 'string' && /^[ \n]*$/.test(value) && value.includes('\n');

/**
 * The text of a value as YAML: texts of several lines as literal blocks, nothing folded, quotes only where some parser of
 * Kubernetes (YAML 1.1 or 1.2) would read another value without them, no anchors.
 */
export const yamlOf = (value: object): string => {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  visit(document, {
    Scalar: (_, scalar) => {
      if (isBlank(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: 'literal' });
};
