/** A Prometheus by itself: it scrapes, keeps, evaluates and answers. With replicas each does all of it; with shards each of its targets alone. */
export interface Alone {
  readonly name: 'prometheus';
}

/** A Prometheus by itself, which is the usual. */
export const alone: Alone = { name: 'prometheus' };
