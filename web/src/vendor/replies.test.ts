import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../client'
import { begun, filled, matching, replyProblem } from './replies'

const FILLINGS = { buyer: 'سارا', product: 'গলিচা {price}', price: '۱۸۵٬۰۰۰٬۰۰۰' }
const NAMES = ['buyer', 'product', 'price'] as const

const reply = (shortcut: string, title = ''): Reply => ({
  id: shortcut,
  shortcut,
  title,
  content: '…',
  created_at: '',
  updated_at: '',
})

describe('placeholders', () => {
  test('are filled in once', () => {
    expect(filled('{buyer}، {product} {price}! {Buyer} {other} {', FILLINGS)).toBe(
      'سارا، গলিচা {price} ۱۸۵٬۰۰۰٬۰۰۰! {Buyer} {other} {',
    )
  })

  test('leave all else as it is, dollar signs too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'grapheme' })), {
          maxLength: 12,
        }),
        fc.record({ buyer: fc.string(), product: fc.string(), price: fc.constant('$& $1 $$') }),
        (parts, fillings) => {
          const isName = (part: string) => (NAMES as readonly string[]).includes(part)
          fc.pre(parts.every((part) => isName(part) || !/[{}]/.test(part)))
          const content = parts.map((part) => (isName(part) ? `{${part}}` : part)).join('')
          const expected = parts
            .map((part) => (isName(part) ? fillings[part as keyof typeof fillings] : part))
            .join('')
          expect(filled(content, fillings)).toBe(expected)
        },
      ),
    )
  })
})

test.each([
  ['/', ''],
  ['/سلام', 'سلام'],
  ['/می‌آید', 'می‌آید'],
  ['/ধন্যবাদ-2', 'ধন্যবাদ-2'],
  ['سلام /', undefined],
  ['/a b', undefined],
  ['/a\n', undefined],
  ['//', undefined],
  ['', undefined],
])('after %j, %j is looked for', (text, start) => {
  expect(begun(text)).toBe(start)
})

test('shortcuts that begin so come first, in any case and width', () => {
  const replies = [reply('again', 'Hello again'), reply('HELLO'), reply('ｈｅｌｐ'), reply('x')]
  expect(matching(replies, 'hel').map(({ shortcut }) => shortcut)).toEqual([
    'HELLO',
    'ｈｅｌｐ',
    'again',
  ])
  expect(matching(replies, '')).toHaveLength(4)
})

test.each([
  [{ shortcut: '', title: 't', content: 'c' }, 'shortcut_invalid'],
  [{ shortcut: 'a b', title: 't', content: 'c' }, 'shortcut_invalid'],
  [{ shortcut: '-_', title: 't', content: 'c' }, 'shortcut_invalid'],
  [{ shortcut: 'a'.repeat(33), title: 't', content: 'c' }, 'shortcut_invalid'],
  [{ shortcut: 'نیم‌فاصله', title: ' ', content: 'c' }, 'title_invalid'],
  [{ shortcut: 'কি', title: '😀'.repeat(101), content: 'c' }, 'title_invalid'],
  [{ shortcut: 'কি', title: '😀'.repeat(100), content: '\u200c' }, 'content_blank'],
  [{ shortcut: '۲_-x', title: 't', content: 'x'.repeat(4_001) }, 'content_too_long'],
  [{ shortcut: '۲_-x', title: 't', content: '{buyer}' }, undefined],
])('what is wrong with %j', (draft, problem) => {
  expect(replyProblem(draft)).toBe(problem)
})
