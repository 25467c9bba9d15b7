import type { Exporter } from '#application/exporter/exporter.js';
import { type Variable, secretVariable } from '#application/host/variable.js';
import type { Mode } from './mode.js';
import type { ComposeService } from './service.js';

/** A reference to a variable, https://docs.docker.com/reference/compose-file/interpolation/: without a value Compose stops and says why. */
export const reference = ({ name, what, inDevelopment }: Variable, mode: Mode): string =>
  mode === 'development' && inDevelopment !== undefined
    ? `\${${name}:-${inDevelopment}}`
    : `\${${name}:?set ${name} in .env to ${what}}`;

/** A text that Compose hands on as it is. */
export const literal = (text: string): string => text.replaceAll('$', '$$$$');

/** The variables of a service: texts as they are, and secrets by the variables that hold them; nothing where there are none. */
export const environmentOf = (
  { name, environment }: Pick<Exporter, 'name' | 'environment'>,
  mode: Mode,
): Pick<ComposeService, 'environment'> => {
  const variables = Object.entries(environment).map(([variable, value]) => [
    variable,
    typeof value === 'string' ? literal(value) : reference(secretVariable(value, name), mode),
  ]);
  return variables.length > 0 ? { environment: Object.fromEntries(variables) } : {};
};
