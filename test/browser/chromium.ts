import { type Browser, chromium } from 'playwright-core';
import { toolPath } from '#proof/tools/tool.js';

/** A browser of its own for a file of tests; its sandbox is not for root, who alone there is in a container. */
export const startChromium = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await toolPath('chromium'), args: ['--no-sandbox'] });
