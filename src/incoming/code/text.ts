const escaped = (text: string, quote: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');

/** A text as TypeScript writes it, in the quotes that need fewer escapes. */
export const quoted = (text: string): string => {
  const [single, double] = [text.split("'").length, text.split('"').length];
  const quote = single > double ? '"' : "'";
  return `${quote}${escaped(text, quote)}${quote}`;
};

/** A text of several lines between backticks, as it stands; else in quotes. */
export const block = (text: string): string =>
  text.includes('\n')
    ? `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``
    : quoted(text);

/** A name of a field: in quotes only where it needs them. */
export const fieldName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));

/** A regular expression as a literal; nothing where JavaScript does not read the pattern, or reads it back otherwise. */
export const patternText = (pattern: string): string | undefined => {
  if (pattern === '' || /[\n\r]/.test(pattern)) return undefined;
  try {
    const { source } = new RegExp(pattern, 'u');
    return source.replaceAll('\\/', '/') === pattern ? `/${source}/` : undefined;
  } catch {
    return undefined;
  }
};
