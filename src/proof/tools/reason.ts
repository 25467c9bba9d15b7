/** What a caught value says; errors of Node's own may come from another realm, where `instanceof Error` fails. */
export const reason = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
