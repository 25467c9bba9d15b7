import type { Application } from '#application/application.js';
import type { InstrumentedLanguage } from '#application/instrumentation/instrumentation.js';
import type { Render } from './render.js';
import { goFiles } from './go/files.js';
import { pythonFiles } from './python/files.js';
import { typescriptFiles } from './typescript/files.js';

const renderers: Readonly<Record<InstrumentedLanguage, Render>> = {
  python: pythonFiles,
  go: goFiles,
  typescript: typescriptFiles,
};

/** The modules of an application's own side, texts by path below the folder of all of them: `observer/monitoring/metrics.py`. */
export const instrumentationFiles = (
  application: Pick<Application, 'name' | 'title' | 'instrumentation'>,
): ReadonlyMap<string, string> =>
  new Map(
    application.instrumentation.flatMap((each) =>
      Object.entries(renderers[each.language](each, application)).map(
        ([path, text]) => [`${application.name}/${each.name}/${path}`, text] as const,
      ),
    ),
  );
