/** `$$`, `${NAME}`, `${NAME:-default}`, `${NAME:?sentence}`, or a `$` that begins nothing of this. */
const reference = /\$(?:(\$)|\{([A-Za-z_]\w*)(?:(:[-?])([^}]*))?\}|)/g;

/**
 * Fills in variables as Compose does, https://docs.docker.com/reference/compose-file/interpolation/, as far as it is documented for
 * what is written here: an empty variable counts as none.
 *
 * @throws Error in Compose's words on a variable that is required and has no value, and on a reference of another form.
 */
export const interpolate = (text: string, variables: Readonly<Record<string, string>>): string =>
  text.replaceAll(reference, (whole, dollar?: string, name?: string, operator?: string, word = '') => {
    if (dollar !== undefined) return '$';
    if (name === undefined)
      throw new Error(`invalid interpolation format, ${whole} that begins nothing: ${text}`);
    const value = variables[name] ?? '';
    if (value === '' && operator === ':?')
      throw new Error(`required variable ${name} is missing a value: ${word}`);
    return value === '' ? word : value;
  });

/** The names of all variables that a text refers to, each once. */
export const variablesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(reference)].flatMap(([, , name]) => (name === undefined ? [] : [name]))),
];
