import type { Subject } from './text/subject.js';
import type { UploadMetrics } from './uploads/signals.js';
import { uploadFailed } from './uploads/upload-failed.js';

export { type UploadMetrics, failedUploads } from './uploads/signals.js';

/** Uploads to object storage that fail: each is somebody's file. */
export const uploadAlerts = (subject: Subject, metrics: UploadMetrics) => ({
  uploadFailed: uploadFailed(subject, metrics),
});
