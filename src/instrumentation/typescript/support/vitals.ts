import { otherPage } from '#application/instrumentation/pages.js';
import type { Vitals } from '#application/instrumentation/vitals.js';
import { list } from '#instrumentation/typescript/code.js';
import { type Fact, keyOf } from '#instrumentation/typescript/facts.js';
import { hasSessions } from './sessions.js';

/** What is counted of a report, a line for each metric that there is. */
const counted = (vitals: Vitals, facts: readonly Fact[]): readonly string[] => {
  const { pageViews, firstContentfulPaint, timeToInteractive, javascriptErrors, apiFailures } = vitals;
  const key = (metric: typeof pageViews): string => (metric ? `metrics.${keyOf(facts, metric)}` : '');
  return [
    ...(pageViews ? [`  if (report.viewed) ${key(pageViews)}.inc({ page });`] : []),
    ...(firstContentfulPaint
      ? [`  if (report.fcp !== undefined) ${key(firstContentfulPaint)}.observe({ page }, report.fcp);`]
      : []),
    ...(timeToInteractive
      ? [`  if (report.tti !== undefined) ${key(timeToInteractive)}.observe({ page }, report.tti);`]
      : []),
    ...(javascriptErrors ? [`  ${key(javascriptErrors)}.inc({ page }, report.errors);`] : []),
    ...(apiFailures ? [`  ${key(apiFailures)}.inc({ page }, report.failures);`] : []),
  ];
};

/** What takes reports of browsers: who may send them, how much, and what is counted. */
export const vitalsFile = (vitals: Vitals, facts: readonly Fact[], kept: string): string => {
  const sessions = hasSessions(vitals);
  return `import { allowance } from './allowance.js';
import { metrics } from './metrics.js';
import { patternOf } from './patterns.js';
import { type Report, readReport } from './report.js';
${sessions ? "import { heardOf } from './sessions.js';\n" : ''}
/** Bytes of a report; ours have fewer than 1500. */
const largest = 4096;
/** Reports in a minute: of one address, behind which there may be many people, and of all together. */
const perClient = 240;
const inAll = 6000;

/** The patterns of the pages: what else is reported is told as '${otherPage}', so that nobody makes series at will. */
const pageOf = patternOf(${list(vitals.pages)});

declare global {
  var ${kept}: ReturnType<typeof allowance> | undefined;
}
const allows = (globalThis.${kept} ??= allowance(perClient, inAll));

const count = (report: Report): void => {
  const page = pageOf(report.page) ?? '${otherPage}';
${counted(vitals, facts).join('\n')}
${sessions ? '  if (report.session) heardOf(report.session, Date.now());\n' : ''}};

/** What is asked of a request, whatever serves it. */
export interface Incoming {
  readonly header: (name: string) => string | null;
  /** The address of who sent it. */
  readonly client: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Whether a page of our own sent it: browsers say so themselves, and older ones say whence it came. */
const isOwn = ({ header }: Incoming): boolean => {
  const site = header('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = header('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === (header('x-forwarded-host') ?? header('host'));
};

/** The text of a body; undefined where it is larger than any report, of which no more is read. */
const textOf = async ({ header, body }: Incoming): Promise<string | undefined> => {
  if (Number(header('content-length') ?? 0) > largest) return undefined;
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > largest) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

/** Takes a report: 204 where it is counted, else 403, 429, 400 or 413, and nothing of it is. */
export const takeReport = async (incoming: Incoming): Promise<204 | 400 | 403 | 413 | 429> => {
  if (!isOwn(incoming)) return 403;
  if (!allows(incoming.client, Date.now())) return 429;
  // sendBeacon sends texts as text/plain.
  if (!/^(text\\/plain|application\\/json) *(;|$)/i.test(incoming.header('content-type') ?? '')) return 400;
  const text = await textOf(incoming).catch(() => '');
  if (text === undefined) return 413;
  const report = readReport(text);
  if (report === undefined) return 400;
  count(report);
  return 204;
};
`;
};
