import type { Page } from '#browser/wire/page.js';
import type { DashboardGiven, EstateShown, MessagesGiven } from '#browser/wire/preview.js';
import type { Answer, Answering } from '#servers/loopback.js';
import { type Upstream, throughTo } from './prometheus.js';

/** What the pages of the preview are told. */
export interface Shown {
  readonly estate: EstateShown;
  readonly dashboard: (uid: string) => DashboardGiven | undefined;
  readonly messages: () => Promise<MessagesGiven>;
}

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cheomseong</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script type="module" src="script.js"></script>
</head>
<body><div id="page"></div></body>
</html>
`;

const text = (type: string, body: string): Answer => ({ type: `${type}; charset=utf-8`, body });
const json = (value: unknown): Answer => text('application/json', JSON.stringify(value));

/** Answers what the pages of the preview ask, and sends their queries on to a Prometheus. */
export const answering =
  (page: Page, shown: Shown, upstream: Upstream): Answering =>
  async (question) => {
    const { method, path } = question;
    if (path.startsWith('/prometheus/'))
      return throughTo(upstream, { ...question, path: path.slice('/prometheus'.length) });
    if (method !== 'GET' && method !== 'HEAD')
      return { status: 405, type: 'text/plain; charset=utf-8', body: 'Nothing can be changed here.\n' };
    switch (path) {
      case '/':
        return text('text/html', html);
      case '/script.js':
        return text('text/javascript', page.script);
      case '/style.css':
        return text('text/css', page.style);
      case '/api/estate':
        return json(shown.estate);
      case '/api/messages':
        return json(await shown.messages());
    }
    const [, uid] = /^\/api\/dashboards\/([^/]+)$/.exec(path) ?? [];
    const given = uid === undefined ? undefined : shown.dashboard(decodeURIComponent(uid));
    return given === undefined ? undefined : json(given);
  };
