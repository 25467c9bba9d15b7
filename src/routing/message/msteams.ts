import { type Room, allText } from './alerts.js';
import { cardMarkdown } from './medium.js';
import type { Reader } from './reader.js';
import { titleTemplate } from './title.js';

/** The fields of an `msteamsv2_config` that are Go templates. */
export interface MSTeamsMessage {
  readonly title: string;
  readonly text: string;
}

/**
 * A message has 28 KB at most, https://learn.microsoft.com/en-us/microsoftteams/limits-specifications-teams#chat, of JSON in which a
 * character is up to six bytes, as `<` is.
 */
const room: Room = { firing: 7, resolved: 3, summary: 120, description: 180, labels: 120, link: 150 };

/** What the project says on a card in Microsoft Teams. */
export const msteamsMessage = (reader: Reader): MSTeamsMessage => ({
  title: titleTemplate(reader),
  text: allText(reader, cardMarkdown, room),
});
