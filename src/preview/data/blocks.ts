import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '#proof/tools/run.js';
import { toolPath } from '#proof/tools/tool.js';

/** A file of samples in OpenMetrics' text, which is written piece by piece and then made into blocks. */
export interface SampleFile {
  readonly write: (text: string) => void;
  /** What writes samples of one series, by its name and labels as the text has them: millions of them. */
  readonly series: (name: string) => (at: number, value: string) => void;
  /** Ends the file and has promtool make blocks of it in the folder; the file is gone afterwards. */
  readonly made: () => Promise<void>;
}

/**
 * The longest block, in hours. Promtool reads a file once for each block that it makes of it, and its lengths are two hours times a power of
 * three: 1458 hours hold two months.
 */
const longest = '1458h';

/** So many bytes are written at once. */
const piece = 2 ** 22;

/** @throws Error with what promtool says, where it refuses what was written. */
export const sampleFile = (folder: string, name: string): SampleFile => {
  const file = join(folder, `${name}.txt`);
  const open = openSync(file, 'w');
  const waiting = Buffer.allocUnsafe(piece);
  let size = 0;
  let isEmpty = true;
  const flush = (): void => {
    writeSync(open, waiting, 0, size);
    size = 0;
  };
  return {
    write: (text) => {
      if (text === '') return;
      isEmpty = false;
      flush();
      writeSync(open, text);
    },
    series: (series) => {
      const head = Buffer.from(`${series} `);
      return (at, value) => {
        isEmpty = false;
        // A value and a time are a few dozen characters.
        if (size + head.length + 64 > piece) flush();
        waiting.set(head, size);
        size += head.length;
        size += waiting.write(`${value} ${at}\n`, size, 'latin1');
      };
    },
    made: async () => {
      flush();
      writeSync(open, '# EOF\n');
      closeSync(open);
      if (!isEmpty) await intoBlocks(file, folder, name);
      rmSync(file);
    },
  };
};

/** Each promtool has a folder of its own, so that several may run beside each other. */
const intoBlocks = async (file: string, folder: string, name: string): Promise<void> => {
  const own = join(folder, `${name}.blocks`);
  mkdirSync(own);
  const made = await run(await toolPath('promtool'), [
    ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', `--max-block-duration=${longest}`],
    ...[file, own],
  ]);
  if (made.exitCode !== 0)
    throw new Error(
      `promtool makes no blocks of the samples: ${`${made.stdout}${made.stderr}`.trim().slice(0, 600)}`,
    );
  for (const block of readdirSync(own)) renameSync(join(own, block), join(folder, block));
  rmSync(own, { recursive: true });
};
