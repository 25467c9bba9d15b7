/** What is said of every integration, beside where it sends. */
export interface Paging {
  /**
   * Whether it wakes somebody: it calls or rings a telephone at any hour. Of PagerDuty this is taken for granted, of chat and
   * mail it is not; of what stands behind a webhook only its owner knows.
   */
  readonly pages: boolean;
}

/** Whether one of these integrations wakes somebody. */
export const wakes = (integrations: readonly Paging[]): boolean => integrations.some(({ pages }) => pages);
