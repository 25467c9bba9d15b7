import type { ComponentChildren, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { FaultsCorner } from './faults-corner.js';
import { Icon } from './icon.js';
import { chosenLanguage, useLanguage, useWords } from './language.js';
import { useLoading } from './ready.js';
import { chosenMode, useTheme } from './theme.js';
import { frameWords } from './words.js';
import './base.css';
import './page.css';

/** A step of the way to a page, from the home page on; the page itself is not among them. */
export interface Crumb {
  readonly text: string;
  readonly href: string;
}

const Switches = (): VNode => {
  const say = useWords(frameWords);
  const language = useLanguage();
  const { isDark } = useTheme();
  const themeLabel = say(isDark ? 'toLight' : 'toDark');
  return (
    <div class="switches">
      <button
        type="button"
        class="plain"
        aria-label={say('toOther')}
        title={say('toOther')}
        onClick={() => chosenLanguage.set(language === 'ko' ? 'en' : 'ko')}
      >
        {say('other')}
      </button>
      <button
        type="button"
        class="plain"
        aria-label={themeLabel}
        title={themeLabel}
        onClick={() => chosenMode.set(isDark ? 'light' : 'dark')}
      >
        <Icon name={isDark ? 'light' : 'dark'} />
      </button>
    </div>
  );
};

/** What is around every page: the way to it, the switches of language and theme, and the corner with its faults. */
export const Page = ({
  title,
  crumbs = [],
  tools,
  isLoading = false,
  children,
}: {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** What stands beside the way to the page: of a dashboard its range of time. */
  readonly tools?: ComponentChildren;
  /** Whether the page itself still waits for something; `<body data-ready>` waits with it. */
  readonly isLoading?: boolean;
  readonly children?: ComponentChildren;
}): VNode => {
  const say = useWords(frameWords);
  const language = useLanguage();
  useLoading(isLoading);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
  }, [title, language]);
  return (
    <>
      <a
        class="skip"
        href="#page-content"
        onClick={(event) => {
          // The address is the router's: only the focus moves.
          event.preventDefault();
          document.getElementById('page-content')?.focus();
        }}
      >
        {say('skip')}
      </a>
      <header class="page-head">
        <nav aria-label={say('path')}>
          <ol>
            {crumbs.map(({ text, href }) => (
              <li key={href}>
                <a href={href}>{text}</a>
                <Icon name="right" size={14} />
              </li>
            ))}
            <li aria-current="page">
              <h1>{title}</h1>
            </li>
          </ol>
        </nav>
        <Switches />
        {tools !== undefined && <div class="page-tools">{tools}</div>}
      </header>
      <main id="page-content" tabIndex={-1}>
        {children}
      </main>
      <FaultsCorner />
    </>
  );
};
