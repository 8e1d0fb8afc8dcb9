import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What every page of a shop may be served with: nothing inline, nothing evaluated. */
function policy(endpoint: string): string {
  const socket = endpoint.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src https: data:',
    `connect-src ${endpoint} ${socket}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types vue',
  ].join('; ')
}

/** A shop on an origin of its own whose pages have the widget. */
export class Shop {
  private constructor(private readonly server: Server) {}

  static async open(widget: string, endpoint: string): Promise<Shop> {
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop')
      const isScript = pathname === '/parley-chat.js'
      response.writeHead(pathname === '/' || isScript ? 200 : 404, {
        'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
        'Content-Security-Policy': policy(endpoint),
      })
      response.end(isScript ? widget : page(endpoint, searchParams.get('lang') ?? 'fa'))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new Shop(server)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }
}

function page(endpoint: string, lang: string): string {
  return `<!doctype html>
<html lang="${lang}" dir="${lang === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>گلدان سفالی</title>
<script type="module" src="/parley-chat.js"></script>
</head>
<body>
<main><h1>گلدان سفالی لعاب‌دار</h1>
<parley-product-button vendor-id="1" product-id="123"></parley-product-button></main>
<parley-chat endpoint="${endpoint}" title-count></parley-chat>
</body>
</html>`
}
