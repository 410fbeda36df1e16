// Promises: sources are told apart by their numbers and handles, not by titles, which anybody may have; and what says to
// be a forward counts as one, even where it does not say from whom.

import { describe, expect, it } from 'vitest';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';

/** The rows of `reposted split` for dumps with these contents. */
async function split(...dumps: object[]): Promise<{ source: string; forwardedFrom: string | null }[]> {
  const files = dumps.map((dump, at) => [`${at}.json`, JSON.stringify(dump)]);
  const cwd = await tempFolder(Object.fromEntries(files));
  const { stdout, stderr } = await askCli(['split', '.'], { cwd });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row));
}

/** The clusters of posts in files with these contents. */
async function clustersOf(files: Readonly<Record<string, string>>): Promise<{ id: string }[]> {
  const { stdout } = await askCli(['scan', '.', '-f', 'json'], { cwd: await tempFolder(files) });
  return JSON.parse(stdout).clusters;
}

const sourcesOf = async (...dumps: object[]) => (await split(...dumps)).map(({ source }) => source);
const forwardsOf = async (dump: object) => (await split(dump)).map(({ forwardedFrom }) => forwardedFrom);

/** A chat export of Telegram Desktop with one message. */
const chat = (id: number, name: string) => ({
  name,
  type: 'public_channel',
  id,
  messages: [{ id: 1, type: 'message', date_unixtime: '1748588400', from: name, text: 'Plums' }],
});

/** A message of TDLib in the channel `1234567890`. */
const tdlib = (forward_info: object) => [
  {
    '@type': 'message',
    id: 1048576,
    chat_id: -1001234567890,
    date: 1748588400,
    forward_info,
    content: { '@type': 'messageText', text: { text: 'Plums' } },
  },
];

describe('sources of one title', () => {
  it('are two where their numbers differ', async () => {
    expect(await sourcesOf(chat(11, 'News'), chat(12, 'News'), chat(13, 'Orchard'))).toEqual([
      'News (11)',
      'News (12)',
      'Orchard',
    ]);
  });

  it('are one where nothing speaks against it', async () => {
    const byHandle = {
      _type: 'snscrape.modules.telegram.TelegramPost',
      url: 'https://t.me/s/news/1',
      content: 'Plums',
      channel: { title: 'News' },
    };
    expect(await sourcesOf(chat(11, 'News'), chat(11, 'News'), [byHandle])).toEqual(['News', 'News', 'News']);
  });

  it('are one where one dump has no more than the title: its messages are known by their ids', async () => {
    const page = `<div class="page_header"><div class="text bold">News</div></div>
<div class="message default clearfix" id="message1"><div class="body"><div class="text">Cherries</div></div></div>`;
    const export11 = { '11.json': JSON.stringify(chat(11, 'News')), 'messages.html': page };
    expect(await clustersOf(export11)).toMatchObject([{ members: [{ relation: 'same-message' }] }]);
    // Of two channels of that title it may be either.
    expect(await clustersOf({ ...export11, '12.json': JSON.stringify(chat(12, 'News')) })).toEqual([]);
  });

  it('are two where they are of different networks', async () => {
    const post = { id: 5, owner_id: -77, from_id: -77, date: 1748588400, post_type: 'post', text: 'Plums' };
    const groups = [{ id: 77, name: 'News', screen_name: 'newsvk' }];
    const wall = { response: { count: 1, items: [post], groups, profiles: [] } };
    expect(await sourcesOf(chat(11, 'News'), wall)).toEqual(['News (telegram)', 'News (vk)']);
  });

  it('may be deleted accounts: each is another', async () => {
    const [one, other] = await sourcesOf(chat(11, 'Deleted Account'), chat(12, 'Deleted Account'));
    expect(one).not.toBe(other);
  });
});

it('messages without text are told apart by their ids, and so are their clusters', async () => {
  const album = (text: string) => {
    const photos = [1, 2].map((id) => ({ ...chat(11, 'News').messages[0], id, text, photo: 'plum.jpg' }));
    return JSON.stringify({ ...chat(11, 'News'), messages: photos });
  };
  const clusters = await clustersOf({ 'jan.json': album(''), 'feb.json': album('Plums') });
  expect(new Set(clusters.map(({ id }) => id)).size).toBe(2);
});

describe('a forward that does not say from whom', () => {
  it('is a forward', async () => {
    const hidden = { origin: { '@type': 'messageOriginHiddenUser', sender_name: '' }, date: 1748500000 };
    expect(await forwardsOf(tdlib(hidden))).toEqual(['(unknown)']);
    expect(await forwardsOf([{ id: 1, text: 'Plums', is_forward: true }])).toEqual(['(unknown)']);
    expect(await forwardsOf([{ id: 1, text: 'Plums', is_forward: false }])).toEqual([null]);
  });

  it('gives credit', async () => {
    const rows = [
      { id: 1, channel: 'a', text: 'Plums fell in the night, all of them' },
      { id: 2, channel: 'b', text: 'Plums fell in the night, all of them', is_forward: true },
    ];
    const cwd = await tempFolder({ 'rows.json': JSON.stringify(rows) });
    const { stdout } = await askCli(['scan', 'rows.json', '-f', 'json'], { cwd });
    expect(JSON.parse(stdout).summary).toMatchObject({ forwards: 1, credited: 1, uncredited: 0 });
  });

  it('says nothing of which message it is a copy of', async () => {
    const posts = [1, 2].map((id) => ({
      id,
      owner_id: -id,
      post_type: 'post',
      date: 1748588400,
      text: '',
      copy_history: [{ id: 9, text: id === 1 ? 'Plums fell in the night' : 'Pears were picked too early' }],
    }));
    const hidden = [1, 2].map((id) => ({
      ...tdlib({ origin: { sender_name: 'Deleted Account' } })[0],
      id: id * 1048576,
    }));
    const cwd = await tempFolder({ 'wall.json': JSON.stringify(posts), 'td.json': JSON.stringify(hidden) });
    const { stdout } = await askCli(['scan', '.', '-f', 'json'], { cwd });
    expect(JSON.parse(stdout).clusters).toEqual([]);
  });
});
