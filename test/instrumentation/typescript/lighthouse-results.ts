/** A result of Lighthouse, of the form that its documentation describes: of what there is, what is read, and some beside it. */
export interface Run {
  readonly url: string;
  readonly at: string;
  readonly score: number | null;
  /** In milliseconds. */
  readonly speedIndex?: number;
  readonly requests?: readonly { readonly resourceType: string; readonly transferSize?: number }[];
  readonly failed?: boolean;
}

/** https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
export const lighthouseResult = ({ url, at, score, speedIndex, requests, failed }: Run): string =>
  JSON.stringify({
    lighthouseVersion: '12.8.2',
    requestedUrl: url,
    mainDocumentUrl: url,
    finalDisplayedUrl: url,
    fetchTime: at,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36',
    environment: { networkUserAgent: 'Mozilla/5.0', hostUserAgent: 'Mozilla/5.0', benchmarkIndex: 1500 },
    runWarnings: [],
    ...(failed && { runtimeError: { code: 'NO_FCP', message: 'The page did not paint any content.' } }),
    configSettings: { formFactor: 'mobile', throttlingMethod: 'simulate', onlyCategories: ['performance'] },
    categories: {
      performance: {
        id: 'performance',
        title: 'Performance',
        score,
        auditRefs: [{ id: 'speed-index', weight: 10, group: 'metrics', acronym: 'SI' }],
      },
    },
    audits: {
      ...(speedIndex !== undefined && {
        'speed-index': {
          id: 'speed-index',
          title: 'Speed Index',
          score: 0.8,
          scoreDisplayMode: 'numeric',
          numericValue: speedIndex,
          numericUnit: 'millisecond',
          displayValue: `${(speedIndex / 1000).toFixed(1)} s`,
        },
      }),
      ...(requests && {
        'network-requests': {
          id: 'network-requests',
          title: 'Network Requests',
          score: 1,
          scoreDisplayMode: 'informative',
          details: {
            type: 'table',
            headings: [],
            items: requests.map((each) => ({ url, protocol: 'h2', statusCode: 200, ...each })),
          },
        },
      }),
    },
    timing: { total: 12_000 },
  });
