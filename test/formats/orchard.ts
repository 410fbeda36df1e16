// The posts of one made-up channel, as every Telegram fixture in fixtures/formats/ holds them. A format that cannot
// say a thing leaves it out of its fixture; what it says must come out as it stands here.

/** What `reposted split` says of a post. */
export interface OrchardPost {
  readonly id: string;
  readonly date: string;
  readonly source: string;
  readonly forwardedFrom: string | null;
  readonly paragraphs: readonly string[];
}

/** The channel: `Orchard News`, id 1234567890, @orchard_news; it forwards from `Pear Weekly`, id 1987654321, @pear_weekly. */
export const orchard: readonly OrchardPost[] = [
  {
    id: '2',
    date: '2025-05-30T07:00:00Z',
    source: 'Orchard News',
    forwardedFrom: null,
    paragraphs: ['Apples are in season again', 'They keep until the spring'],
  },
  {
    // Forwarded from message 77, which was posted on 2025-05-29T06:15:00Z.
    id: '3',
    date: '2025-05-30T08:30:00Z',
    source: 'Orchard News',
    forwardedFrom: 'Pear Weekly',
    paragraphs: ['Pears were picked too early', 'Leave them by the window'],
  },
  {
    // A photo without a caption.
    id: '4',
    date: '2025-05-30T09:00:00Z',
    source: 'Orchard News',
    forwardedFrom: null,
    paragraphs: [],
  },
  {
    // An answer to 2, edited on 2025-05-30T12:00:00Z; "March" is bold, and the link is an entity of its own.
    id: '5',
    date: '2025-05-30T10:45:30Z',
    source: 'Orchard News',
    forwardedFrom: null,
    paragraphs: [
      'Correction: apples keep until «March» & no longer 🍎',
      'See https://example.org/apples?id=1 for <details>',
    ],
  },
  {
    id: '6',
    date: '2025-05-31T05:05:05Z',
    source: 'Orchard News',
    forwardedFrom: null,
    paragraphs: ['Яблоки хранятся до самой весны'],
  },
];
