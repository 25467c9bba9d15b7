import type { Answer } from '#catalog/source.js';
import type { Difference } from './difference.js';

const isOpenMetrics = (contentType: string): boolean => /^application\/openmetrics-text\b/i.test(contentType);
const isText = (contentType: string): boolean => /^text\/plain\b/i.test(contentType);

/** Whether what is told of a text is true of it: Prometheus reads it as it is called, and one that it does not know not at all. */
export const answerDifferences = ({ text, contentType }: Omit<Answer, 'families'>): readonly Difference[] => {
  if (contentType === undefined) return [];
  const ends = /(^|\n)# EOF\n?$/.test(text);
  const wrong = (why: string, cure: string): readonly Difference[] => [
    { what: contentType ?? '', code: 'wrong-content-type', why, cure },
  ];
  if (contentType === null || contentType.trim() === '')
    return wrong(
      'the answer has no content type, and Prometheus 3 reads none of it',
      'answer with the content type of your client library: text/plain; version=0.0.4; charset=utf-8',
    );
  if (isOpenMetrics(contentType))
    return ends
      ? []
      : wrong(
          `the answer is called ${contentType} and does not end in # EOF, for which Prometheus refuses all of it`,
          'write it by the client library for OpenMetrics, or call it text/plain; version=0.0.4',
        );
  if (!isText(contentType))
    return wrong(
      `the answer is called ${contentType}, which Prometheus 3 does not know as an exposition`,
      'answer with the content type of your client library: text/plain; version=0.0.4; charset=utf-8',
    );
  return ends
    ? wrong(
        `the answer ends in # EOF as OpenMetrics does, and is called ${contentType}: counters are read by other names`,
        'call it application/openmetrics-text; version=1.0.0; charset=utf-8',
      )
    : [];
};
