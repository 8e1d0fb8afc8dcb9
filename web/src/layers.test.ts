import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Each layer may import from itself, from those before it, and the packages beside it. */
const LAYERS: readonly (readonly [string, readonly string[]])[] = [
  ['protocol', []],
  ['client', []],
  ['store', ['vue', 'pinia']],
  ['components', ['vue', 'pinia']],
  ['page', ['vue', 'pinia', 'reka-ui']],
]

/** These stand on all layers up to one, and not on one another. */
const TOPS: readonly (readonly [string, string, readonly string[]])[] = [
  ['widget', 'components', []],
  ['rooms', 'components', []],
  ['shop', 'page', []],
  ['vendor', 'page', ['reka-ui']],
  ['admin', 'page', ['reka-ui', '@internationalized/date', 'chart.js']],
]

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file, layer: file.split('/')[0] ?? '' }))

function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8')
  return [...text.matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path = '']) =>
    path.startsWith('.') ? relative('src', join(dirname(join('src', file)), path)) : path,
  )
}

function allowed(layer: string): { layers: string[]; packages: readonly string[] } {
  const names = LAYERS.map(([name]) => name)
  const [, below, packages] = TOPS.find(([name]) => name === layer) ?? []
  return below === undefined
    ? {
        layers: names.slice(0, names.indexOf(layer) + 1),
        packages: LAYERS.find(([name]) => name === layer)?.[1] ?? [],
      }
    : {
        layers: [...names.slice(0, names.indexOf(below) + 1), layer],
        packages: ['vue', 'pinia', ...(packages ?? [])],
      }
}

test('every directory is a layer', () => {
  const known = [...LAYERS, ...TOPS].map(([name]) => name)
  expect([...new Set(files.map(({ layer }) => layer))].sort()).toEqual(known.sort())
})

test.each([...LAYERS, ...TOPS].map(([name]) => name))('%s imports one way', (layer) => {
  const own = files.filter((each) => each.layer === layer)
  expect(own.length).toBeGreaterThan(0)
  const { layers, packages } = allowed(layer)
  const wrong = own.flatMap(({ file }) =>
    importsOf(file)
      .filter((path) => !packages.includes(path) && !layers.includes(path.split('/')[0] ?? ''))
      .map((path) => `${file} imports ${path}`),
  )
  expect(wrong).toEqual([])
})
