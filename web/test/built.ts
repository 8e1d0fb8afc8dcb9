import { readFileSync, readdirSync } from 'node:fs'
import { build } from 'vite'
import type { InlineConfig, Rollup } from 'vite'

/** Builds as `npm run build` does, although a test runner is another environment. */
async function built(config: InlineConfig): Promise<Rollup.RollupOutput['output']> {
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = 'production'
  try {
    const { output } = (await build({ logLevel: 'silent', ...config })) as Rollup.RollupOutput
    return output
  } finally {
    process.env['NODE_ENV'] = NODE_ENV
  }
}

/** The files of the widget. */
export function builtWidget(): Promise<Rollup.RollupOutput['output']> {
  return built({ build: { write: false } })
}

/** The files of the pages by their paths. */
export async function builtPages(): Promise<Map<string, string | Uint8Array>> {
  const output = await built({ configFile: 'vite.pages.config.ts', build: { write: false } })
  const files = new Map<string, string | Uint8Array>(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
  for (const file of readdirSync('public', { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.svg')) files.set(`/${file}`, readFileSync(`public/${file}`))
  }
  return files
}
