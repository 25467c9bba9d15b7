// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { allowance } from './allowance';
import { metrics } from './metrics';
import { patternOf } from './patterns';
import { type Report, readReport } from './report';
import { heardOf } from './sessions';

/** Bytes of a report; ours have fewer than 1500. */
const largest = 4096;
/** Reports in a minute: of one address, behind which there may be many people, and of all together. */
const perClient = 240;
const inAll = 6000;

/** The patterns of the pages: what else is reported is told as 'other', so that nobody makes series at will. */
const pageOf = patternOf(['/']);

declare global {
  var maintenanceWebsiteAllowance: ReturnType<typeof allowance> | undefined;
}
const allows = (globalThis.maintenanceWebsiteAllowance ??= allowance(perClient, inAll));

const count = (report: Report): void => {
  const page = pageOf(report.page) ?? 'other';
  if (report.viewed) metrics.pageViews.inc({ page });
  if (report.fcp !== undefined) metrics.firstContentfulPaint.observe({ page }, report.fcp);
  if (report.tti !== undefined) metrics.timeToInteractive.observe({ page }, report.tti);
  metrics.javascriptErrors.inc({ page }, report.errors);
  metrics.apiFailures.inc({ page }, report.failures);
  if (report.session) heardOf(report.session, Date.now());
};

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
  if (!/^(text\/plain|application\/json) *(;|$)/i.test(incoming.header('content-type') ?? '')) return 400;
  const text = await textOf(incoming).catch(() => '');
  if (text === undefined) return 413;
  const report = readReport(text);
  if (report === undefined) return 400;
  count(report);
  return 204;
};
