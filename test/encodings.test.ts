// Promises: a text is read in the encoding it is in: by its mark, as told, or seen from its bytes; and nothing but
// UTF-8 is seen in UTF-8 with slips in it. What was taken for what is told.

import { describe, expect, it } from 'vitest';
import { readDumps } from '../src/read/read-dumps.js';
import { askCli } from './ask-cli.js';
import { readPacked } from './containers-packed.js';
import { randomFrom } from './seeded-random.js';
import { tempFolder } from './temp-folder.js';

const russian = `Маяк открывает двери в воскресенье: девяносто одна ступень и один очень старый кот.
Свежие булочки на пирсе с шести утра. К семи их уже нет, так что ставьте будильник.
Хору нужны ещё два альта до начала лета. Печенье обеспечено, а смелость приносите с собой.
`;

/** `text` in an encoding that Node only reads: each byte or pair of bytes is tried. */
function encode(text: string, encoding: string): Uint8Array {
  const bytesOf = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x80; lead < 0x100; lead += 1) {
    bytesOf.set(decoder.decode(Uint8Array.of(lead)), [lead]);
    for (let trail = 0x40; trail < 0x100; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1) bytesOf.set(letter, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]));
}

const samples: Readonly<Record<string, string>> = {
  'windows-1251': russian,
  'koi8-r': russian,
  shift_jis:
    '灯台は日曜日に開きます。階段は九十一段あり、とても古い猫が一匹います。\n朝の六時から焼きたてのパンがあります。\n',
  'euc-kr': '등대는 일요일에 문을 엽니다. 계단이 아흔한 개 있고 아주 늙은 고양이가 한 마리 있습니다.\n',
  big5: '燈塔在星期日開放，有九十一級台階和一隻很老的貓。早上六點碼頭上有新鮮的麵包，七點就沒有了。\n',
  gb18030: '灯塔在星期天开放，有九十一级台阶和一只很老的猫。早上六点码头上有新鲜的面包，七点就没有了。\n',
};

describe('an encoding that is told', () => {
  for (const [encoding, text] of Object.entries(samples)) {
    it(`is read: ${encoding}`, async () => {
      const { dumps } = await readPacked(encode(text, encoding), { encoding });
      expect(dumps).toMatchObject([{ text, encoding, by: 'told' }]);
    });
  }

  it('yields to a byte order mark', async () => {
    const { dumps } = await readPacked(Buffer.from(`\ufeff${russian}`, 'utf16le'), { encoding: 'koi8-r' });
    expect(dumps).toMatchObject([{ text: russian, encoding: 'utf-16le', by: 'bom' }]);
  });

  it('must be one of the Encoding Standard', async () => {
    const asked = { encoding: 'cp-nonsense', maxBytes: null, hashed: true, demand: 'scan' } as const;
    const tools = { ...asked, rows: () => 0, onBytes: () => {} };
    const never = () => {
      throw new Error('no dump is read');
    };
    await expect(readDumps([], { ...tools, hash: never, scanner: never })).rejects.toThrow(
      /^--encoding "cp-nonsense" is not known: .*windows-1251/,
    );
  });
});

describe('an encoding that is seen from the bytes', () => {
  for (const encoding of ['windows-1251', 'koi8-r', 'shift_jis', 'euc-kr', 'big5', 'gb18030']) {
    it(`may be ${encoding}`, async () => {
      const text = (samples[encoding] ?? '').repeat(4);
      const { dumps } = await readPacked(encode(text, encoding));
      expect(dumps).toMatchObject([{ text, encoding, by: 'detected' }]);
    });
  }

  it('is seen where words stand between much that is ASCII', async () => {
    const text = `<div class="message"><a href="https://example.org/page">${russian}</a></div>\n`.repeat(20);
    const { dumps } = await readPacked(encode(text, 'windows-1251'));
    expect(dumps).toMatchObject([{ text, encoding: 'windows-1251' }]);
  });

  for (const text of [russian, 'The lighthouse opens its doors on Sunday.\r\n']) {
    it(`may be UTF-16 without a mark: ${text.slice(0, 12)}`, async () => {
      const little = Buffer.from(text, 'utf16le');
      const big = Buffer.from(little).swap16();
      expect((await readPacked(little)).dumps).toMatchObject([
        { text, encoding: 'utf-16le', by: 'detected' },
      ]);
      expect((await readPacked(big)).dumps).toMatchObject([{ text, encoding: 'utf-16be', by: 'detected' }]);
    });
  }
});

describe('UTF-8', () => {
  it('is what ASCII is taken for', async () => {
    expect((await readPacked('Bread')).dumps).toMatchObject([{ encoding: 'utf-8', by: 'default' }]);
  });

  it('stays UTF-8 with bytes in it that are none', async () => {
    const slips = Buffer.concat([Buffer.from(russian), Buffer.alloc(40, 0xff), Buffer.from(russian)]);
    expect((await readPacked(slips)).dumps).toMatchObject([{ encoding: 'utf-8', by: 'default' }]);
  });

  it('stays UTF-8 where the first bytes looked at end within a letter', async () => {
    for (const before of ['', 'a', 'aa', 'aaa']) {
      const text = before + '猫'.repeat(30_000);
      expect((await readPacked(text)).dumps).toMatchObject([{ encoding: 'utf-8', text }]);
    }
  });

  it('stays UTF-8 where only a few letters are of something else', async () => {
    const latin = Buffer.from('Un café, un thé, une crème.\n', 'latin1');
    expect((await readPacked(latin)).dumps).toMatchObject([{ encoding: 'utf-8', by: 'default' }]);
  });
});

describe('a NUL byte in a text', () => {
  const line = 'The choir sings of boats and of bread, twice a day.\n';
  const withNul = (text: string, at: number) => `${text.slice(0, at)}\0${text.slice(at)}`;

  for (const at of [0, 1, 16, 51, 4095, 4096, 65_535, 65_536, 200_000]) {
    it(`leaves it a text, at offset ${at}`, async () => {
      const text = withNul(line.repeat(5000), at);
      const { dumps, leftOut } = await readPacked(text);
      expect(leftOut).toEqual([]);
      expect(dumps).toMatchObject([{ encoding: 'utf-8', text }]);
    });
  }

  it('makes no Chinese of it, however short it is', async () => {
    const text = withNul(line, 20);
    expect((await readPacked(text)).dumps).toMatchObject([{ encoding: 'utf-8', text }]);
  });

  it('leaves it in its encoding, however short it is', async () => {
    const text = withNul(russian, 30);
    const { dumps } = await readPacked(encode(text, 'windows-1251'));
    expect(dumps).toMatchObject([{ encoding: 'windows-1251', text }]);
  });
});

describe('no text', () => {
  const random = randomFrom(1);

  for (const [what, bytes] of [
    ['NUL bytes', Buffer.alloc(10_000)],
    ['numbers of two bytes', Buffer.from(Uint16Array.from({ length: 4000 }, (_, at) => at % 30).buffer)],
    ['compressed data', Uint8Array.from({ length: 4000 }, () => random(256))],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ] as const) {
    it(`is ${what}`, async () => {
      const { dumps, leftOut } = await readPacked(bytes);
      expect(dumps).toEqual([]);
      expect(leftOut[0]?.reason).toMatch(/is not text|UTF-32/);
    });
  }
});

it('what is not valid in its encoding is counted', async () => {
  const cwd = await tempFolder({
    'a.txt': Buffer.concat([Buffer.from(`\ufeffBread`, 'utf16le'), Buffer.from([0, 0xd8, 10, 0])]),
  });
  const { stdout } = await askCli(['a.txt', '-f', 'json'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ dumps: [{ encoding: 'utf-16le', invalidBytes: 1 }] });
});
