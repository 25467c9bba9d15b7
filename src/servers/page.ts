import type { Page } from '#browser/wire/page.js';
import type { Answer } from './loopback.js';

/** A page draws itself: this only loads what does. */
const html = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script type="module" src="script.js"></script>
</head>
<body><div id="page"></div></body>
</html>
`;

/** A text of a type, as `text/plain`. */
export const text = (type: string, body: string): Answer => ({ type: `${type}; charset=utf-8`, body });

/** A value as JSON. */
export const json = (value: unknown): Answer => text('application/json', JSON.stringify(value));

/** What a browser loads of a page, by its path; nothing where it loads that elsewhere. */
export const loaded = (page: Page, title: string, path: string): Answer | undefined => {
  switch (path) {
    case '/':
      return text('text/html', html(title));
    case '/script.js':
      return text('text/javascript', page.script);
    case '/style.css':
      return text('text/css', page.style);
    default:
      return undefined;
  }
};

/** A part of a path as it was before it was written into one; nothing where a `%` in it stands for nothing. */
export const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};
