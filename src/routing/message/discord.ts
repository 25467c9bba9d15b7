import { type Room, allText } from './alerts.js';
import { markdown } from './medium.js';
import type { Reader } from './reader.js';
import { titleTemplate } from './title.js';

/** The fields of a `discord_config` that are Go templates. */
export interface DiscordMessage {
  readonly title: string;
  readonly message: string;
}

/** An embed's description has 4,096 characters at most, its title 256, https://docs.discord.com/developers/resources/message#embed-object-embed-limits. */
const room: Room = { firing: 4, resolved: 2, summary: 120, description: 180, labels: 120, link: 150 };

/** What the project says in Discord. */
export const discordMessage = (reader: Reader): DiscordMessage => ({
  title: titleTemplate(reader),
  message: allText(reader, markdown, room),
});
