import type { Application } from '#application/application.js';
import { refuse } from '#ground/fault.js';
import { nothingSecretOn } from '#laws/secret-page.js';
import { runbookPages } from '#synth/runbooks/page.js';
import { secretsPage } from '#secrets/page.js';

/** Where pages stand, as their links and whoever writes them say. */
export interface PageFolders {
  /** The folder of runbooks; `docs/runbooks` unless given. */
  readonly runbooks?: string;
  /** The page of Secrets; `docs/secrets.md` unless given. */
  readonly secrets?: string;
}

/**
 * The pages of applications in Markdown, texts by path: a runbook for each alert, `docs/runbooks/shop/HighErrorRate.md`, and the Secrets that
 * are to be made before the first sync. Whoever asks for them writes them where the links of `runbook` lead.
 *
 * @throws Refusal where a page would give a secret away.
 */
export const pages = (
  applications: readonly Application[],
  { runbooks = 'docs/runbooks', secrets = 'docs/secrets.md' }: PageFolders = {},
): ReadonlyMap<string, string> => {
  const texts = new Map([
    ...applications.flatMap((each) =>
      [...runbookPages(each)].map(([path, text]) => [`${runbooks}/${path}`, text] as const),
    ),
    [secrets, secretsPage(applications)] as const,
  ]);
  refuse('pages', nothingSecretOn(texts));
  return texts;
};
