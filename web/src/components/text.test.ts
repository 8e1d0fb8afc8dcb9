import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphs, safeUrl, tokens } from './text'

const links = (text: string) =>
  tokens(text).flatMap((token) => (token.kind === 'link' ? [token.href] : []))

test.each([
  ['ببینید: https://bazaar.example.com/p/123، خوب است؟', ['https://bazaar.example.com/p/123']],
  ['(https://example.com/a_(b))', ['https://example.com/a_(b)']],
  [
    'এখানে দেখুন https://example.com/পণ্য।',
    ['https://example.com/%E0%A6%AA%E0%A6%A3%E0%A7%8D%E0%A6%AF'],
  ],
  ['www.example.com!', ['https://www.example.com/']],
  ['HTTPS://EXAMPLE.COM/A', ['https://example.com/A']],
  ['https://a.example/1 و http://b.example/2', ['https://a.example/1', 'http://b.example/2']],
  ['javascript:alert(1) data:text/html,x //example.com ftp://example.com', []],
  ['xhttps://example.com', []],
  ['https://', []],
  ['https://localhost/x', []],
  ['<a href="https://example.com/">x</a>', ['https://example.com/']],
  ['https://example.com/\u202egpj.exe', ['https://example.com/']],
])('links in %j', (text, expected) => {
  expect(links(text)).toEqual(expected)
})

test('a mention is one piece, also with a half-space; an address of mail is none', () => {
  const mentioned = tokens('سلام @نسترن‌بانو و @রাকিব, me@example.com').filter(
    ({ kind }) => kind === 'mention',
  )
  expect(mentioned.map(({ text }) => text)).toEqual(['@نسترن‌بانو', '@রাকিব'])
})

const written = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        'https://',
        'www.',
        'example.com',
        '/',
        '(',
        ')',
        '؟',
        '।',
        '@',
        'سلام',
        '\u200c',
        '<b>',
        ' ',
        '\n',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

test('nothing that was written is lost or added', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(
        tokens(text)
          .map((token) => token.text)
          .join(''),
      ).toBe(text)
      expect(paragraphs(text).join('\n')).toBe(text.replace(/\r\n|[\r\u2028\u2029]/g, '\n'))
    }),
  )
})

test('links are http or https, whatever was written', () => {
  fc.assert(
    fc.property(written, (text) => {
      for (const href of links(text)) expect(new URL(href).protocol).toMatch(/^https?:$/)
    }),
  )
})

test.each([
  ['https://cdn.example.com/vase.jpg', true],
  ['/images/101.jpg', true],
  ['//evil.example/x', false],
  ['javascript:alert(1)', false],
  ['data:image/png;base64,x', false],
  [null, false],
])('%s is safe: %s', (address, safe) => {
  expect(safeUrl(address) !== undefined).toBe(safe)
})
