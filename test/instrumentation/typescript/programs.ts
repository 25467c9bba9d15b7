import type { Program } from '../firing/program.js';
import { lighthouseFileServed } from './lighthouse-served.js';
import { report, sent } from './reports.js';
import { runningOnNext } from './running.js';
import { applicationOf, moduleOf } from '../estate.js';

const maintenance = applicationOf('maintenance');
const websiteMonitoring = moduleOf('maintenance', 'website');

let browsers = 0;
/** What a browser reports, each from an address of its own: of one only so many reports are taken. */
const reported = (but: Readonly<Record<string, unknown>>) => async (url: string) => {
  browsers += 1;
  const from = `10.${browsers >> 16}.${(browsers >> 8) & 255}.${browsers & 255}`;
  const { status } = await sent({ url }, report(but), { 'x-forwarded-for': from });
  if (status !== 204) throw new Error(`a report was answered ${status}`);
};

const session = () => ({
  id: (browsers + 1).toString(16).padStart(32, '0'),
  seconds: 1,
  pages: 1,
});

/** The programs in which generated TypeScript is tried, each with its faults. */
export const programs: readonly Program[] = [
  {
    name: "maintenance's website in Next.js' route handlers",
    application: maintenance,
    scrape: 'website',
    running: async (use) => {
      const website = await runningOnNext({ module: websiteMonitoring, application: maintenance });
      return use(website.url).finally(website.stop);
    },
    causes: [
      {
        alert: 'SlowFirstContentfulPaint',
        usual: reported({ fcp: 0.9 }),
        fault: reported({ fcp: 4.2 }),
        factor: 60,
        isAlwaysTried: true,
      },
      {
        alert: 'SlowTimeToInteractive',
        usual: reported({ tti: 2 }),
        fault: reported({ tti: 6 }),
        factor: 60,
      },
      {
        alert: 'TooManySessions',
        usual: reported({}),
        fault: async (url) => {
          for (let i = 0; i < 50; i += 1) await reported({ session: session() })(url);
        },
        factor: 60,
      },
    ],
  },
  {
    name: "maintenance's results of Lighthouse",
    application: maintenance,
    scrape: 'node-exporter',
    running: lighthouseFileServed(websiteMonitoring),
    causes: [
      {
        alert: 'LowLighthouseScore',
        fault: async (url) => fetch(`${url}/?score=0.6`),
        factor: 60,
      },
      {
        alert: 'SlowSpeedIndex',
        fault: async (url) => fetch(`${url}/?speedIndex=5200`),
        factor: 60,
      },
    ],
  },
];
