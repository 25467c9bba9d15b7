import { noActiveConnections } from '#alerts/activity/no-active-connections.js';
import { nothingDone } from '#alerts/activity/nothing-done.js';
import { uploadFailed } from '#alerts/uploads/upload-failed.js';
import { during, exported, shop, subject } from './shop.js';
import type { Packs } from './pack.js';

export const workPacks: Packs = {
  nothingDone: {
    nothingDone: nothingDone(
      subject,
      { done: shop.orders, ...exported },
      { what: { ko: '주문', en: 'orders taken' }, during },
    ),
  },
  noActiveConnections: {
    noActiveConnections: noActiveConnections(subject, shop, {
      what: { ko: '결제사 연결', en: 'connections to the payment provider' },
      during,
    }),
  },
  uploadFailed: { uploadFailed: uploadFailed(subject, { ...shop, ...exported }) },
};
