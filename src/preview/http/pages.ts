import type { Page } from '#browser/wire/page.js';
import type { DashboardGiven, EstateShown, MessagesGiven } from '#browser/wire/preview.js';
import type { Answering } from '#servers/loopback.js';
import { decoded, json, loaded, text } from '#servers/page.js';
import { throughTo } from './prometheus.js';
import type { Upstream } from './upstream.js';

/** What the pages of the preview are told. */
export interface Shown {
  readonly estate: EstateShown;
  readonly dashboard: (uid: string) => DashboardGiven | undefined;
  readonly messages: () => Promise<MessagesGiven>;
}

/** Answers what the pages of the preview ask, and sends their queries on to a Prometheus. */
export const answering =
  (page: Page, shown: Shown, upstream: Upstream): Answering =>
  async (question) => {
    const { method, path } = question;
    if (path.startsWith('/prometheus/'))
      return throughTo(upstream, { ...question, path: path.slice('/prometheus'.length) });
    if (method !== 'GET' && method !== 'HEAD')
      return { ...text('text/plain', 'Nothing can be changed here.\n'), status: 405 };
    if (path === '/api/estate') return json(shown.estate);
    if (path === '/api/messages') return json(await shown.messages());
    const [, part] = /^\/api\/dashboards\/([^/]+)$/.exec(path) ?? [];
    const uid = part && decoded(part);
    const given = uid && shown.dashboard(uid);
    return given ? json(given) : loaded(page, 'Cheomseong', path);
  };
