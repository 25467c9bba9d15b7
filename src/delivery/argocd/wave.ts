/**
 * In which order Applications are made, by the annotation `argocd.argoproj.io/sync-wave`: what others are made of comes first. ArgoCD waits for a
 * wave to be healthy only where it is told how healthy an Application is (docs/delivery/argocd.md); else it goes on at once, and what comes too
 * early is tried again.
 */
const waves = { project: -1, crds: 0, namespaces: 1, secrets: 2, platform: 3, applications: 4 } as const;

export type Wave = keyof typeof waves;

/** What puts an object into a wave. */
export const inWave = (wave: Wave): Readonly<Record<string, string>> => ({
  'argocd.argoproj.io/sync-wave': String(waves[wave]),
});
