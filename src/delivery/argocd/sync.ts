import type { Ignored } from '#cluster/argocd.js';

/** Each for its reason, which docs/delivery/argocd.md tells. */
const options = ['ServerSideApply=true', 'SkipDryRunOnMissingResource=true', 'PruneLast=true'];

/** ArgoCD asks the API server what an apply would change, so that what the server fills in is no difference. */
export const compared = { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' };

/** Objects that are removed when nobody says so by hand take with them what nobody brings back. */
export const neverPruned = { 'argocd.argoproj.io/sync-options': 'Prune=false' };

/** With it, whoever deletes an Application deletes what it delivered. */
export const takesAlong = 'resources-finalizer.argocd.argoproj.io';

/** Tried again for some twenty minutes: 10 s, 20 s, 40 s and so on, three minutes at most. Then the next commit, or a person, tries it anew. */
const retry = { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } };

/** By itself, what is no longer there too, and against whoever changes it by hand. */
export const syncPolicy = (ignores: readonly Ignored[]) => ({
  automated: { prune: true, selfHeal: true },
  syncOptions: [...options, ...(ignores.length > 0 ? ['RespectIgnoreDifferences=true'] : [])],
  retry,
});

/** What is overlooked, and why, which is shown beside the Application. */
export const ignoring = (ignores: readonly Ignored[]) =>
  ignores.length === 0
    ? {}
    : {
        ignoreDifferences: ignores.map(({ because: _, ...fields }) => fields),
        info: ignores.map(({ kind, name, because }) => ({
          name: `Differences of ${name === undefined ? kind : `${kind} ${name}`}`,
          value: because,
        })),
      };
