import DOMPurify from 'dompurify';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Drawing, moment } from './drawn.js';
import { writtenAt } from '#browser/frame/read.js';
import { useLoading } from '#browser/frame/ready.js';
import { words } from './words.js';

/** A mail on white, as mail programs have it; its links open beside the page. */
const page = (html: string): string =>
  `<!doctype html><meta charset="utf-8"><base target="_blank"><style>body{margin:0;padding:4px 14px 10px;background:#fff;color:#202124;overflow-wrap:anywhere}</style>${html}`;

/** HTML of a mail: cleaned of what could run, in a frame in which nothing may, as high as what it shows. */
const Html = ({ html, title }: { readonly html: string; readonly title: string }): VNode => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const [loads, setLoads] = useState(0);
  useLoading(height === undefined);
  useEffect(() => {
    const body = frame.current?.contentDocument?.body;
    // Before it has loaded, its body is that of an empty page.
    if (!body || loads === 0) return undefined;
    const measure = (): void => setHeight(body.offsetHeight);
    measure();
    const measured = new ResizeObserver(measure);
    measured.observe(body);
    return () => measured.disconnect();
  }, [loads]);
  return (
    <iframe
      ref={frame}
      class="mail-body"
      title={title}
      // Without scripts it is no danger that it is of the same origin, by which alone its height can be asked for.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcdoc={page(DOMPurify.sanitize(html, { FORBID_TAGS: ['form', 'base', 'style'] }))}
      style={{ height: `${height ?? 120}px` }}
      onLoad={() => setLoads(loads + 1)}
    />
  );
};

const Part = ({ name, value }: { readonly name: string; readonly value: string }): VNode => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** A mail as a mail program opens it: subject, who wrote to whom, its HTML, or what a program without HTML shows. */
export const Email: Drawing = ({ message, language }) => {
  const { body, at, to } = message;
  const said = words[language];
  const html = writtenAt(body, 'html');
  const plain = writtenAt(body, 'text');
  const [asText, setAsText] = useState(false);
  const subject = writtenAt(body, 'subject') || said.noSubject;
  return (
    <div class="mail">
      <p class="mail-subject">{subject}</p>
      <dl class="mail-head">
        {writtenAt(body, 'from') !== '' && <Part name={said.from} value={writtenAt(body, 'from')} />}
        <Part name={said.to} value={writtenAt(body, 'to') || to} />
      </dl>
      <p class="mail-choice faint">
        <time>{moment(at, language)}</time>
        {html !== '' && plain !== '' && (
          <button type="button" onClick={() => setAsText(!asText)}>
            {asText ? said.asHtml : said.asText}
          </button>
        )}
      </p>
      {html === '' || asText ? (
        <pre class="mail-text">{plain.trimEnd()}</pre>
      ) : (
        <Html html={html} title={subject} />
      )}
    </div>
  );
};
