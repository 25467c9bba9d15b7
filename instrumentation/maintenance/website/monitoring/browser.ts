// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
/** What is told of one page: see report.ts, which reads it. */
interface Told {
  page: string;
  viewed: boolean;
  errors: number;
  failures: number;
  fcp?: number;
  tti?: number;
}

interface Session {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly seen: number;
  readonly pages: number;
}

const key = 'monitoring.session';
/** A session that nothing happened in for this long, in milliseconds, is over. */
const idle = 30 * 60_000;
/** A page has become interactive when no task kept it busy for this long. */
const quiet = 5000;
const most = 100;

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'started' in value &&
  typeof value.started === 'number' &&
  'seen' in value &&
  typeof value.seen === 'number' &&
  'pages' in value &&
  typeof value.pages === 'number';

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The session of this tab, which goes on; none where the browser keeps nothing for us. */
const session = (newPages: number): Session | undefined => {
  try {
    const now = Date.now();
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    const goesOn = isSession(kept) && now - kept.seen < idle && kept.seen <= now && kept.pages > 0;
    const before = goesOn ? kept : { id: newId(), started: now, pages: newPages > 0 ? 0 : 1 };
    const after = { ...before, seen: now, pages: before.pages + newPages };
    sessionStorage.setItem(key, JSON.stringify(after));
    return after;
  } catch {
    return undefined;
  }
};

/** Hands on what happens until it is stopped; browsers that do not know of it say nothing. */
const observe = (type: string, take: (entry: PerformanceEntry) => void): (() => void) => {
  if (typeof PerformanceObserver === 'undefined' || !PerformanceObserver.supportedEntryTypes.includes(type))
    return () => undefined;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  observer.observe({ type, buffered: true });
  return () => observer.disconnect();
};

export interface Watched {
  /** Where reports are taken. */
  readonly address?: string;
  /** The beginnings of the URLs of the API, calls of which are counted when they fail; all of this origin unless told. */
  readonly api?: readonly string[];
}

/**
 * Reports this page, and those that the router shows after it: call it once, in the browser. What it returns stops it.
 *
 * - First Contentful Paint as the browser says it, and Time to Interactive, of pages that were seen all the while.
 *   Time to Interactive is the end of the last task of more than 50 ms before five seconds without any, and not before First Contentful Paint
 *   and DOMContentLoaded. What is still loading is not looked at, as in a laboratory it would be; only browsers that tell of long tasks
 *   (those built on Chromium) say it.
 * - Errors nobody caught, promises that failed and nobody looked, and calls of the API by fetch that failed or were answered 5xx.
 *   Calls by XMLHttpRequest are not seen.
 * - The session of this tab: how long it has lasted, and how many pages it saw. One goes on until nothing happened for half an hour.
 *
 * It sends one report when a page's times are known, and one when it is left or hidden.
 */
export const reportPages = ({ address = '/api/vitals', api = [location.origin + '/'] }: Watched = {}): (() => void) => {
  let page: Told = { page: location.pathname, viewed: true, errors: 0, failures: 0 };
  let toldSeconds = 0;
  let wasSeen = document.visibilityState === 'visible';

  const send = (): void => {
    const now = session(0);
    const seconds = now ? Math.min(86_400, (now.seen - now.started) / 1000) : 0;
    const isNews =
      page.viewed || page.errors + page.failures > 0 || page.fcp !== undefined || page.tti !== undefined;
    if (!isNews && seconds - toldSeconds < 1) return;
    toldSeconds = seconds;
    const report = JSON.stringify({
      ...page,
      errors: Math.min(most, page.errors),
      failures: Math.min(most, page.failures),
      ...(now && { session: { id: now.id, seconds, pages: Math.min(10_000, now.pages) } }),
    });
    page = { page: page.page, viewed: false, errors: 0, failures: 0 };
    navigator.sendBeacon(address, report);
  };

  // Times, of the page that the browser loaded: those that a router shows after it have none.
  const [navigation] = performance.getEntriesByType('navigation');
  const loaded = navigation instanceof PerformanceNavigationTiming ? navigation : undefined;
  const first = page;
  let fcp: number | undefined;
  let busyUntil = 0;
  const stopPaint = observe('paint', ({ name, startTime }) => {
    if (name !== 'first-contentful-paint' || fcp !== undefined || !wasSeen) return;
    fcp = startTime;
    if (page === first) page.fcp = startTime / 1000;
  });
  const tellsTasks =
    typeof PerformanceObserver !== 'undefined' && PerformanceObserver.supportedEntryTypes.includes('longtask');
  const stopTasks = observe('longtask', ({ startTime, duration }) => {
    busyUntil = Math.max(busyUntil, startTime + duration);
  });
  const settle = (): void => {
    clearInterval(timer);
    stopTasks();
    stopPaint();
  };
  const timer = setInterval(() => {
    if (!wasSeen || page !== first || performance.now() > 60_000) return settle();
    if (fcp === undefined) return;
    const interactive = Math.max(fcp, busyUntil, loaded?.domContentLoadedEventEnd ?? 0);
    if (tellsTasks && performance.now() - interactive < quiet) return;
    if (tellsTasks) page.tti = interactive / 1000;
    settle();
    send();
  }, 500);

  const open = (path: string): void => {
    send();
    session(1);
    page = { page: path, viewed: true, errors: 0, failures: 0 };
  };
  const moved = (): void => {
    if (location.pathname !== page.page) open(location.pathname);
  };
  const failed = (): void => {
    page.errors += 1;
  };
  const hidden = (): void => {
    if (document.visibilityState !== 'hidden') return;
    wasSeen = false;
    send();
  };
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) open(location.pathname);
  };

  const push = history.pushState;
  const pushed: History['pushState'] = (...given) => {
    push.apply(history, given);
    moved();
  };
  const call = window.fetch;
  const isApi = (input: RequestInfo | URL): boolean => {
    const url = new URL(input instanceof Request ? input.url : input, location.href).href;
    return api.some((beginning) => url.startsWith(beginning));
  };
  const counted: typeof window.fetch = async (input, init) => {
    try {
      const response = await call.call(window, input, init);
      if (response.status >= 500 && isApi(input)) page.failures += 1;
      return response;
    } catch (error) {
      // What the page gave up itself did not fail.
      const isGivenUp = error instanceof DOMException && error.name === 'AbortError';
      if (!isGivenUp && isApi(input)) page.failures += 1;
      throw error;
    }
  };

  session(1);
  history.pushState = pushed;
  window.fetch = counted;
  addEventListener('popstate', moved);
  addEventListener('error', failed);
  addEventListener('unhandledrejection', failed);
  addEventListener('pageshow', shown);
  addEventListener('pagehide', send);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    settle();
    if (history.pushState === pushed) history.pushState = push;
    if (window.fetch === counted) window.fetch = call;
    removeEventListener('popstate', moved);
    removeEventListener('error', failed);
    removeEventListener('unhandledrejection', failed);
    removeEventListener('pageshow', shown);
    removeEventListener('pagehide', send);
    document.removeEventListener('visibilitychange', hidden);
  };
};
