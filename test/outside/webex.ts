import { type Own, type Secret, integration, messageText } from 'cheomseong';

/** What a message of Webex holds, 7,439 bytes. */
const room = { firing: 5, resolved: 2, summary: 150, description: 300, labels: 150, link: 200 };

/** Tells a room of Webex, in the words in which all others are told. */
export const webex = ({ roomId, token }: { readonly roomId: string; readonly token: Secret }): Own =>
  integration('webex', {
    address: `Webex ${roomId}`,
    secrets: [token],
    operator: (reader) => ({
      roomID: roomId,
      message: messageText(reader, 'markdown', room),
      httpConfig: { authorization: { credentials: { ...token } } },
    }),
    file: (fileOf, reader) => ({
      room_id: roomId,
      message: messageText(reader, 'markdown', room),
      http_config: { authorization: { credentials_file: fileOf(token) } },
    }),
    templates: (reader) => ({ message: messageText(reader, 'markdown', room) }),
  });
