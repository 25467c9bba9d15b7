import { type Cluster, type ClusterSpec, cluster } from '#cluster/cluster.js';
import type { Engine } from '#platform/engine.js';
import { type Mimir, type MimirSpec, mimir } from '#platform/engine/mimir.js';
import type { Platform } from '#platform/platform.js';
import { usualPlatform } from '#platform/usual.js';
import { shop } from '../synth/estate/shop.js';

/** A platform with this engine, and what else is said of it. */
export const engined = (engine: Engine, further: Partial<Platform> = {}): Platform => ({
  ...usualPlatform,
  engine,
  ...further,
});

/** A cluster of a shop, which is kept and evaluated by this engine. */
export const seoul = (engine: Engine, spec: Partial<ClusterSpec> = {}): Cluster =>
  cluster('seoul', { platform: engined(engine), applications: [shop()], ...spec });

/** A Mimir of the shop. */
export const shopsMimir = (spec: Partial<MimirSpec> = {}): Mimir =>
  mimir({ url: 'https://mimir.example.org', tenant: 'shop', retention: '52w', ...spec });
