// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import type { Component } from 'vue'
import type { MessageLine } from '../store'
import ConnectionBanner from './ConnectionBanner.vue'
import { provideLanguage } from './i18n'
import type { Locale } from './i18n'
import MessageBubble from './MessageBubble.vue'
import MessageComposer from './MessageComposer.vue'
import MessageText from './MessageText.vue'
import TypingSign from './TypingSign.vue'

afterEach(() => {
  document.body.replaceChildren()
})

/** In this language, as a part of the page. */
function shown(component: Component, props: Record<string, unknown>, locale: Locale = 'fa') {
  const Page = defineComponent(() => {
    provideLanguage(() => locale)
    return () => h(component, props)
  })
  return mount(Page, { attachTo: document.body })
}

const NOW = Date.parse('2026-11-22T10:16:30.000Z')

const LINE: MessageLine = {
  kind: 'message',
  key: 'k',
  seq: 2,
  clientMessageId: '5b1f0c7e-3a52-4d0e-9c0a-2f1d8e6b7a90',
  messageId: 'm',
  own: true,
  mine: true,
  sender: null,
  name: 'guest-c4ca4238',
  content: 'سلام',
  messageType: 'text',
  fileUrl: null,
  edited: false,
  deleted: false,
  at: Date.parse('2026-11-22T10:15:30.000Z'),
  tick: 'sent',
  failure: undefined,
}

describe('what somebody wrote', () => {
  test('is text, each paragraph in its own direction', () => {
    const text = '<b onclick="x">سلام</b>\nHello @নাম\n\nhttps://example.com/ ببین'
    const page = shown(MessageText, { text })
    expect(page.findAll('p').map((p) => p.attributes('dir'))).toEqual([
      'auto',
      'auto',
      'auto',
      'auto',
    ])
    expect(page.findAll('p').map((p) => p.text())).toEqual([
      '<b onclick="x">سلام</b>',
      'Hello @নাম',
      '',
      'https://example.com/ ببین',
    ])
    expect(page.find('b').exists()).toBe(false)
    expect(page.get('bdi').text()).toBe('@নাম')
    expect(page.get('a').attributes()).toMatchObject({
      href: 'https://example.com/',
      rel: 'noopener noreferrer nofollow ugc',
    })
  })

  test('a name keeps to itself, and a picture comes from http only', () => {
    const name = '\u202eسارا'
    const page = shown(MessageBubble, {
      now: NOW,
      line: { ...LINE, own: false, name, messageType: 'image', fileUrl: 'javascript:alert(1)' },
    })
    expect(page.get('bdi').text()).toBe(name)
    expect(page.find('img').exists()).toBe(false)
    expect(page.find('a').exists()).toBe(false)
  })
})

describe('a message of ours', () => {
  test.each([
    ['pending', 'در حال فرستادن'],
    ['sent', 'فرستاده شد'],
    ['read', 'خوانده شد'],
    ['failed', 'فرستاده نشد'],
  ] as const)('says that it is %s', (tick, label) => {
    const page = shown(MessageBubble, { now: NOW, line: { ...LINE, tick } })
    expect(page.get('[role=img]').attributes('aria-label')).toBe(label)
  })

  test('says why it was not taken, and can be tried again or be thrown away', async () => {
    const retry = vi.fn()
    const discard = vi.fn()
    const line = { ...LINE, messageId: undefined, tick: 'failed', failure: 'room_full' }
    const page = shown(MessageBubble, { now: NOW, line, onRetry: retry, onDiscard: discard }, 'bn')
    expect(page.text()).toContain('এই কথোপকথনে আর কেউ লিখতে পারবেন না।')
    const [again, away] = page.findAll('button')
    await again?.trigger('click')
    await away?.trigger('click')
    expect([retry.mock.calls, discard.mock.calls]).toEqual([
      [[LINE.clientMessageId]],
      [[LINE.clientMessageId]],
    ])
  })

  test('can be changed, and be taken back when that is asked for twice', async () => {
    const edit = vi.fn()
    const remove = vi.fn()
    const page = shown(MessageBubble, { now: NOW, line: LINE, onEdit: edit, onRemove: remove })
    const more = page.get('[aria-expanded]')
    const choice = (text: string) => page.findAll('button').find((each) => each.text() === text)
    await more.trigger('click')
    await choice('ویرایش')?.trigger('click')
    expect(edit).toHaveBeenCalledExactlyOnceWith(LINE)
    expect(more.attributes('aria-expanded')).toBe('false')
    await more.trigger('click')
    await choice('پس گرفتن')?.trigger('click')
    expect(remove).not.toHaveBeenCalled()
    await choice('واقعاً پس گرفته شود؟')?.trigger('click')
    expect(remove).toHaveBeenCalledExactlyOnceWith(LINE)
  })

  test.each([
    ['older than ten minutes', { at: NOW - 600_000 }],
    ['of a colleague', { mine: false }],
    ['taken back', { deleted: true }],
    ['not in the log yet', { messageId: undefined }],
  ])('stays as it is when it is %s', (_, difference) => {
    const page = shown(MessageBubble, { now: NOW, line: { ...LINE, ...difference } })
    expect(page.find('[aria-expanded]').exists()).toBe(false)
  })

  test('an unknown reason is told in general words', () => {
    const page = shown(MessageBubble, {
      now: NOW,
      line: { ...LINE, tick: 'failed', failure: 'toString' },
    })
    expect(page.text()).toContain('پیام فرستاده نشد.')
  })
})

describe('writing', () => {
  function composer(modelValue = '') {
    const send = vi.fn()
    const write = vi.fn()
    const page = shown(MessageComposer, { modelValue, onSend: send, 'onUpdate:modelValue': write })
    return { page, send, write, area: page.get('textarea') }
  }

  test('Enter sends', async () => {
    const { area, send } = composer('می‌آیم')
    await area.trigger('keydown', { key: 'Enter' })
    expect(send).toHaveBeenCalledExactlyOnceWith('می‌آیم')
  })

  test.each([{ shiftKey: true }, { isComposing: true }])(
    'Enter does not send with %j',
    async (how) => {
      const { area, send } = composer('আমি')
      await area.trigger('keydown', { key: 'Enter', ...how })
      expect(send).not.toHaveBeenCalled()
    },
  )

  test.each(['', ' \u200c\n', '😀'.repeat(4_001)])('%j is not sent', async (text) => {
    const { page, send } = composer(text)
    await page.get('form').trigger('submit')
    expect(send).not.toHaveBeenCalled()
    expect(page.get('[type=submit]').attributes()).toHaveProperty('disabled')
  })

  test('says how much is left near the end, in code points', () => {
    expect(composer('👍🏽'.repeat(1_950)).page.get('[role=status]').text()).toBe(
      '۱۰۰ نویسه مانده است',
    )
  })

  test('an emoji comes where one writes', async () => {
    const { page, area, write } = composer('سلام دوست')
    ;(area.element as HTMLTextAreaElement).setSelectionRange(4, 4)
    await page.get('[aria-expanded]').trigger('click')
    await page.get('[role=group] button').trigger('click')
    expect(write).toHaveBeenLastCalledWith('سلام😊 دوست')
  })

  test('the keys go through the emoji, and Escape goes back', async () => {
    const { page } = composer()
    await page.get('[aria-expanded]').trigger('click')
    const emoji = page.findAll('[role=group] button')
    await emoji[0]?.trigger('keydown', { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(emoji[1]?.element)
    await emoji[1]?.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(emoji[9]?.element)
    await emoji[9]?.trigger('keydown', { key: 'Escape' })
    await nextTick()
    expect(document.activeElement).toBe(page.get('textarea').element)
  })
})

test('a lost connection says when it is tried again', async () => {
  const reconnect = vi.fn()
  const connection = { is: 'waiting', retryAt: Date.now() + 6_500 }
  const page = shown(ConnectionBanner, { connection, onReconnect: reconnect })
  expect(page.text()).toContain('۷ ثانیهٔ دیگر')
  await page.get('button').trigger('click')
  expect(reconnect).toHaveBeenCalledOnce()
  expect(shown(ConnectionBanner, { connection: { is: 'open' } }).text()).toBe('')
})

test('who types is named, several are not', () => {
  expect(shown(TypingSign, { names: ['রহিম'] }, 'bn').text()).toBe('\u2068রহিম\u2069 লিখছেন…')
  expect(shown(TypingSign, { names: ['a', 'b'] }).text()).toBe('چند نفر می‌نویسند…')
  expect(shown(TypingSign, { names: [] }).text()).toBe('')
})
