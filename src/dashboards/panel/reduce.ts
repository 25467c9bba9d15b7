import type { ReduceModel } from '#dashboards/model.js';

/**
 * One number per series. The queries are instant, so the last value is the present one; over a range it would be the
 * last that was ever seen, however long its series has been gone.
 */
export const presentValue: ReduceModel = { values: false, calcs: ['lastNotNull'], fields: '' };
