import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { filesOf } from './running.js';
import { withFiles } from './written.js';
import { moduleOf } from '../estate.js';

const websiteMonitoring = moduleOf('maintenance', 'website');

/** What the page loads, and what reads its reports, as a browser runs them. */
const script = withFiles(
  {
    ...filesOf({ module: websiteMonitoring, application: { name: 'maintenance', title: 'Maintenance' } }),
    'page.ts': `import { reportPages } from './monitoring/browser';
import { readReport } from './monitoring/report';
Object.assign(globalThis, { reportPages, readReport });`,
  },
  (root) =>
    buildSync({ entryPoints: [join(root, 'page.ts')], bundle: true, write: false, format: 'iife' })
      .outputFiles[0]?.text ?? '',
);

type Listener = (event: object) => void;

const listening = () => {
  const listeners = new Map<string, Set<Listener>>();
  return {
    addEventListener: (type: string, listener: Listener) =>
      void listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)),
    removeEventListener: (type: string, listener: Listener) => void listeners.get(type)?.delete(listener),
    emit: (type: string, event: object = {}) => [...(listeners.get(type) ?? [])].forEach((each) => each(event)),
  };
};

interface Settings {
  /** Whether it tells of long tasks, as browsers built on Chromium do. */
  readonly tellsTasks?: boolean;
  /** Whether it keeps anything for the page. */
  readonly keeps?: boolean;
}

/**
 * A browser as far as the script sees one, whose clock and events the test has in its hand. What a real Chromium does was tried by hand: it sends
 * the same reports.
 */
export const opened = ({ tellsTasks = true, keeps = true }: Settings = {}) => {
  let now = 0;
  const ticks = new Set<() => void>();
  const reports: string[] = [];
  const observers: { readonly type: string; readonly take: Listener }[] = [];
  const kept = new Map<string, string>();
  const [ofWindow, ofDocument] = [listening(), listening()];
  const document = { visibilityState: 'visible', ...ofDocument };
  const location = { origin: 'https://shop.example', href: 'https://shop.example/', pathname: '/' };
  const answers = new Map<string, () => Promise<{ readonly status: number }>>();
  class PerformanceObserver {
    static supportedEntryTypes = ['paint', ...(tellsTasks ? ['longtask'] : [])];
    constructor(readonly take: (list: { readonly getEntries: () => readonly object[] }) => void) {}
    observe({ type }: { readonly type: string }) {
      observers.push({ type, take: (entry) => this.take({ getEntries: () => [entry] }) });
    }
    disconnect() {}
  }
  const global: Record<string, unknown> = {
    ...ofWindow,
    ...{ document, location, URL, DOMException, Request, Uint8Array, PerformanceObserver },
    PerformanceNavigationTiming: class {},
    crypto: { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) },
    Date: { now: () => 1_769_832_000_000 + now },
    performance: { now: () => now, getEntriesByType: () => [] },
    setInterval: (tick: () => void) => {
      ticks.add(tick);
      return tick;
    },
    clearInterval: (tick: () => void) => void ticks.delete(tick),
    history: {
      pushState: (_: unknown, __: string, url: string) => {
        location.pathname = url;
      },
    },
    sessionStorage: {
      getItem: (key: string) => {
        if (!keeps) throw new Error('SecurityError');
        return kept.get(key) ?? null;
      },
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
    navigator: { sendBeacon: (_: string, text: string) => reports.push(text) > 0 },
    fetch: (url: string) => (answers.get(url) ?? (() => Promise.resolve({ status: 200 })))(),
  };
  global['window'] = global;
  const context = createContext(global);
  runInContext(script, context);
  const load = () => runInContext('reportPages()', context) as () => void;
  const read = (text: string): unknown =>
    JSON.parse(JSON.stringify(runInContext(`readReport(${JSON.stringify(text)})`, context) ?? null));
  return {
    load,
    /** Time passes, in seconds. */
    wait: (seconds: number) => {
      const end = now + seconds * 1000;
      while (now < end) {
        now += 500;
        [...ticks].forEach((tick) => tick());
      }
    },
    happens: (type: string, entry: object) =>
      observers.filter((each) => each.type === type).forEach(({ take }) => take(entry)),
    emits: ofWindow.emit,
    answers: (url: string, answer: () => Promise<{ readonly status: number }>) => void answers.set(url, answer),
    fetches: async (url: string) => {
      await (runInContext(`window.fetch(${JSON.stringify(url)}).catch(() => undefined)`, context) as Promise<unknown>);
    },
    goes: (path: string) => void runInContext(`history.pushState({}, '', ${JSON.stringify(path)})`, context),
    hides: () => {
      document.visibilityState = 'hidden';
      ofDocument.emit('visibilitychange');
      ofWindow.emit('pagehide');
    },
    shows: () => {
      document.visibilityState = 'visible';
      ofDocument.emit('visibilitychange');
    },
    /** What was sent, as the server reads it: null where it does not. */
    reports: () => reports.map(read),
  };
};
