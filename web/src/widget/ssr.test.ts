import { renderToString } from '@vue/server-renderer'
import { createPinia } from 'pinia'
import { createSSRApp, h } from 'vue'
import type { Component } from 'vue'
import { expect, test } from 'vitest'
import { ChatRoom } from '../components'
import VendorInbox from '../vendor/VendorInbox.vue'
import ChatPanel from './ChatPanel.vue'
import ChatWidget from './ChatWidget.vue'
import ProductChatButton from './ProductChatButton.vue'

function rendered(component: Component, props: Record<string, unknown> = {}): Promise<string> {
  const app = createSSRApp({ render: () => h(component, props) })
  return renderToString(app.use(createPinia()))
}

test('a server, which has no browser, renders each component', async () => {
  expect(typeof document).toBe('undefined')
  expect(await rendered(ChatWidget, { locale: 'fa' })).toMatch(
    /^<div class="parley" lang="fa" dir="rtl">.*aria-label="باز کردن گفتگو"/,
  )
  expect(
    await rendered(ProductChatButton, { vendorId: 1, productId: 101, locale: 'bn' }),
  ).toContain('বিক্রেতাকে জিজ্ঞাসা করুন')
  expect(await rendered(ChatPanel)).toContain('There are no conversations yet.')
  expect(await rendered(ChatRoom, { roomId: '06f0bdd2-5441-8102-8231-bea529e85eaa' })).toContain(
    '<textarea',
  )
})

test('two requests share nothing', async () => {
  const [one, other] = [createPinia(), createPinia()]
  const app = (pinia: typeof one) =>
    createSSRApp({ render: () => h(ChatWidget, { locale: 'fa' }) }).use(pinia)
  await Promise.all([renderToString(app(one)), renderToString(app(other))])
  expect(one.state.value).not.toBe(other.state.value)
})

test("a vendor's inbox too, in its language and direction", async () => {
  const html = await rendered(VendorInbox, { getToken: () => 'token', locale: 'fa' })
  expect(html).toContain('<div class="parley parley-inbox-part" lang="fa" dir="rtl">')
  expect(html).toContain('جست‌وجو در گفتگوها')
})
