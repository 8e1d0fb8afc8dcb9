import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'

/** What the pages that we serve are served with. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' https:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types vue; frame-ancestors 'self'"

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves a built page or a part of one; says whether it did. */
export function serve(
  files: ReadonlyMap<string, string | Uint8Array>,
  url: string,
  response: ServerResponse,
): boolean {
  const path = url.replace(/\?.*/, '').replace(/\/$/, '/index.html')
  const type = TYPES[extname(path)]
  const file = files.get(path)
  if (url.startsWith('/api/') || type === undefined || file === undefined) return false
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY })
  response.end(file)
  return true
}
