import { harmless, Markdown } from '#browser/frame/markdown.js';
import { Box } from '#browser/panel/box.js';
import { type Drawn } from '#browser/panel/contract.js';
import { oneOf, textAt } from '#browser/frame/read.js';
import './text.css';

/** A text as its panel has it: Markdown, HTML without what could run in it, or code as it is. */
export const Text = ({ drawn }: { readonly drawn: Drawn }) => {
  const { options } = drawn.model;
  const content = textAt(options, 'content') ?? '';
  const mode = oneOf(['markdown', 'html', 'code'], options, 'mode');
  return (
    <Box drawn={drawn}>
      <div class="text-panel" tabIndex={0}>
        {mode === 'markdown' && <Markdown text={content} />}
        {mode === 'html' && <div dangerouslySetInnerHTML={{ __html: harmless(content) }} />}
        {mode === 'code' && (
          <pre>
            <code>{content}</code>
          </pre>
        )}
      </div>
    </Box>
  );
};
