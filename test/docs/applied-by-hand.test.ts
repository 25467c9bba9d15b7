import { expect, test } from '@jest/globals';
import { textOf, written } from './page.js';

/** What is applied by hand of the folders that ArgoCD takes over: else kubectl would own it beside ArgoCD, and nothing of it would ever be taken away. */
const handed = written.flatMap((page) =>
  [...textOf(page).matchAll(/^ *kubectl apply .*dist\/\w+\/(?:namespaces|argocd).*$/gm)].map(
    ([command]): readonly [string, string] => [page, command.trim()],
  ),
);

test.each(handed)('%s applies it in the name of ArgoCD: %s', (_, command) => {
  expect(command).toContain(' --server-side --field-manager=argocd-controller ');
});
