import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtWidget } from '../../test/built'

const BUDGET = 60 * 1_024

test('the widget is one file within its budget that needs no unsafe policy', async () => {
  const output = await builtWidget()
  expect(output.map(({ fileName }) => fileName)).toEqual(['parley-chat.js'])
  const { code } = output[0]
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(BUDGET)
  expect(code).not.toMatch(/\beval\(|new Function\b|createElement\(.style/)
  expect(code).not.toContain('__file')
  expect(code).not.toMatch(/^import|\bimport\(|process\.env/m)
}, 60_000)

test('styles know no left and right', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  )
  expect(files.length).toBeGreaterThan(3)
  const physical =
    /(?:^|\s|margin-|padding-|border-|min-|max-)(?:left|right|top|bottom|width|height)\s*:|text-align:\s*(?:left|right)|float:/m
  for (const file of files) {
    const text = readFileSync(`src/${file}`, 'utf8').replace(/\(max-width/g, '')
    expect([file, physical.exec(text)?.[0]]).toEqual([file, undefined])
  }
})
