// Promises: a post as a record of a dump of some format, with the fields such dumps have: `telethon`, one JSON object a
// line; `tgdataset`, one JSON object for the whole dump, posts as values keyed by their id; `csv`, a row.

/** @typedef {import('./write-posts.js').Post} Post */
/** @typedef {'telethon' | 'tgdataset' | 'csv'} RecordShape */

/** @typedef {object} RecordPrinter
 * @property {string} extension
 * @property {string} before what stands above the first record
 * @property {string} between what parts two records, before the line end
 * @property {string} after
 * @property {(text: string, id: number) => string} print
 */

const channel = 1_234_567_890;
/** @param {number} id a post every seven minutes from 2020 on */
const seconds = (id) => 1_577_836_800 + id * 420;
/** @param {number} id */
const iso = (id) => new Date(seconds(id) * 1000).toISOString().replace('.000Z', '+00:00');

/** @type {Readonly<Record<RecordShape, RecordPrinter>>} */
const printers = {
  telethon: {
    extension: 'jsonl',
    before: '',
    between: '',
    after: '',
    print: (text, id) =>
      JSON.stringify({
        _: 'Message',
        id,
        peer_id: { _: 'PeerChannel', channel_id: channel },
        date: iso(id),
        message: text,
        out: false,
        from_id: null,
        fwd_from: id % 10 === 0 ? forward(id) : null,
        via_bot_id: null,
        reply_to: null,
        media: null,
        entities: [],
        views: id % 9999,
        edit_date: null,
        post_author: null,
        grouped_id: null,
      }),
  },
  tgdataset: {
    extension: 'json',
    before: `{"${channel}":{"creation_date":1577836800,"username":"bench","title":"Bench","description":"","text_messages":{`,
    between: ',',
    after: '},"generic_media":{}}}',
    print: (text, id) =>
      `"${id}":${JSON.stringify({ message: text, date: seconds(id), author: channel, is_forwarded: false, forwarded_from_id: null, forwarded_message_date: null })}`,
  },
  csv: {
    extension: 'csv',
    before: 'id,date,channel,message,views',
    between: '',
    after: '',
    print: (text, id) => `${id},${iso(id)},Bench,"${text.replaceAll('"', '""')}",${id % 9999}`,
  },
};

/** @param {number} id */
function forward(id) {
  return {
    _: 'MessageFwdHeader',
    date: iso(id),
    from_id: { _: 'PeerChannel', channel_id: 987_654_321 },
    channel_post: id,
  };
}

/**
 * @param {string} shape
 * @returns {RecordPrinter | undefined}
 */
export function printerOf(shape) {
  return Object.entries(printers).find(([name]) => name === shape)?.[1];
}

/**
 * The lines of a dump of records, until `full` says so.
 * @param {RecordPrinter} printer
 * @param {Iterable<Post>} posts
 * @param {() => boolean} full
 * @returns {Generator<Uint8Array>}
 */
export function* printRecords(printer, posts, full) {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  if (printer.before !== '') yield encoder.encode(printer.before);
  let id = 0;
  let held = '';
  for (const post of posts) {
    if (held !== '') yield encoder.encode(held + printer.between);
    if (full()) break;
    id += 1;
    held = printer.print(post.map((line) => decoder.decode(line)).join('\n'), id);
  }
  yield encoder.encode(held);
  if (printer.after !== '') yield encoder.encode(printer.after);
}
