import type { PodResources } from '#platform/platform.js';
import type { Values } from './contribution.js';

/** What the pods of something ask for and are held to. */
export const resources = ({ requests, limits }: PodResources): Values => ({
  requests: { ...requests },
  limits: Object.keys(limits).length === 0 ? undefined : { ...limits },
});
