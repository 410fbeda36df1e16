/** Text and paths fit for SARIF 2.1.0. */
import { escapeText } from './escape-text.js';

/** For a message: brackets would make a link (3.11.6), braces a placeholder (3.11.5). */
export function escapeSarif(text: string): string {
  return escapeText(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
}

/** Where a dump is, as `artifactLocation` has it. */
export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: '%SRCROOT%';
}

/**
 * A path is relative to the root of the checkout, an absolute one a `file:` URI, percent-encoded as RFC 3986 wants it.
 * A member of an archive keeps the name that all reports give it, `archive.zip!member`; standard input is `stdin`.
 */
export function locateDump(path: string): ArtifactLocation {
  if (path === '-') return { uri: 'stdin', uriBaseId: '%SRCROOT%' };
  if (path.startsWith('/')) return { uri: `file://${encodePath(path)}` };
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${encodePath(path)}` };
  return { uri: encodePath(path), uriBaseId: '%SRCROOT%' };
}

/** A colon in the first segment would make it a scheme, so colons are encoded everywhere. */
function encodePath(path: string): string {
  return path
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
