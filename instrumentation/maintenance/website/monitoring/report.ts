// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
/** What a browser tells of one page that it showed. */
export interface Report {
  /** The path of the page. */
  readonly page: string;
  /** Whether this is the first that is heard of it. */
  readonly viewed: boolean;
  /** Seconds until something was seen, and until the page reacted, where they are known. */
  readonly fcp?: number;
  readonly tti?: number;
  readonly errors: number;
  readonly failures: number;
  /** The session so far. */
  readonly session?: { readonly id: string; readonly seconds: number; readonly pages: number };
}

/** Longer than any page takes, or anybody waits for it. */
const longestLoad = 600;
const longestSession = 86_400;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBetween = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;
const isCount = (value: unknown, most: number): value is number =>
  isBetween(value, 0, most) && Number.isInteger(value);
const isTime = (value: unknown): value is number | undefined =>
  value === undefined || isBetween(value, 0, longestLoad);

const sessionIn = (value: unknown): Report['session'] => {
  if (!isFields(value)) return undefined;
  const { id, seconds, pages } = value;
  return typeof id === 'string' &&
    /^[0-9a-f]{32}$/.test(id) &&
    isBetween(seconds, 0, longestSession) &&
    isCount(pages, 10_000) &&
    pages > 0
    ? { id, seconds, pages }
    : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A report as a browser of ours sends it; undefined where any of it is something else, or no page ever has it. */
export const readReport = (text: string): Report | undefined => {
  const told = parsed(text);
  if (!isFields(told)) return undefined;
  const { page, viewed, fcp, tti, errors, failures } = told;
  const session = sessionIn(told['session']);
  if (typeof page !== 'string' || !page.startsWith('/') || page.length > 1024) return undefined;
  if (typeof viewed !== 'boolean' || !isTime(fcp) || !isTime(tti)) return undefined;
  if (!isCount(errors, 100) || !isCount(failures, 100)) return undefined;
  if (told['session'] !== undefined && session === undefined) return undefined;
  return {
    page,
    viewed,
    errors,
    failures,
    ...(fcp !== undefined && { fcp }),
    ...(tti !== undefined && { tti }),
    ...(session && { session }),
  };
};
