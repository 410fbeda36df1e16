/** Every reporter, by name; each is loaded only when it is asked for. */
import type { ReportParts } from '../long-part.js';
import type { Report } from '../report.js';
import type { Reporter } from '../reporter.js';

/** A reporter of the project. */
export interface NamedReporter {
  readonly name: string;
  /** What it is for, in a line of help. */
  readonly title: string;
  /** Shows no more than the top of each list, so that no other texts need be read again and verified. */
  readonly showsTop: boolean;
  readonly load: () => Promise<Reporter>;
  /** The same, but for its long lists, where others may write those. */
  readonly loadParts?: () => Promise<(report: Report) => ReportParts>;
}

/** In the order in which help lists them. */
export const reporters: readonly NamedReporter[] = [
  {
    name: 'text',
    title: 'for people, in a terminal',
    showsTop: true,
    load: async () => (await import('./text-reporter.js')).reportText,
  },
  {
    name: 'json',
    title: 'everything, as one object',
    showsTop: false,
    load: async () => (await import('./json-reporter.js')).reportJson,
    loadParts: async () => (await import('./json-reporter.js')).jsonParts,
  },
  {
    name: 'ndjson',
    title: 'everything, as one object a line (jsonl)',
    showsTop: false,
    load: async () => (await import('./ndjson-reporter.js')).reportNdjson,
    loadParts: async () => (await import('./ndjson-reporter.js')).ndjsonParts,
  },
  {
    name: 'csv',
    title: 'a row a finding, for spreadsheets and data frames',
    showsTop: false,
    load: async () => (await import('./csv-reporter.js')).reportCsv,
  },
  {
    name: 'markdown',
    title: 'for a job summary or a comment on a pull request',
    showsTop: true,
    load: async () => (await import('./markdown-reporter.js')).reportMarkdown,
  },
  {
    name: 'sarif',
    title: 'for code scanning',
    showsTop: false,
    load: async () => (await import('./sarif-reporter.js')).reportSarif,
  },
  {
    name: 'github',
    title: 'annotations in GitHub Actions',
    showsTop: false,
    load: async () => (await import('./github-reporter.js')).reportGithub,
  },
  {
    name: 'gitlab',
    title: 'for the code quality widget of GitLab',
    showsTop: false,
    load: async () => (await import('./gitlab-reporter.js')).reportGitlab,
  },
  {
    name: 'junit',
    title: 'test results, for any CI server',
    showsTop: false,
    load: async () => (await import('./junit-reporter.js')).reportJunit,
  },
  {
    name: 'graphml',
    title: 'who has text from whom, as a graph',
    showsTop: false,
    load: async () => (await import('./graphml-reporter.js')).reportGraphml,
  },
  {
    name: 'gexf',
    title: 'the same for Gephi',
    showsTop: false,
    load: async () => (await import('./gexf-reporter.js')).reportGexf,
  },
];

/** The reporter that is called `name`, `jsonl` being another name of `ndjson`; null where none is. */
export function reporterNamed(name: string): NamedReporter | null {
  const wanted = name === 'jsonl' ? 'ndjson' : name;
  return reporters.find((reporter) => reporter.name === wanted) ?? null;
}
