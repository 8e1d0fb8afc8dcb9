import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Api } from '../api'
import { ClientSite } from '../clientPage'
import type { Stage } from '../stage'

const [FIRST, SECOND] = ['rakib', 'salma']

/** The client of the public chat's document: what was written for that chat goes on working. */
export function withTheOldClient(stage: Stage): void {
  async function inRoom(room: string, talk: (site: ClientSite) => Promise<void>): Promise<void> {
    const site = await ClientSite.of(stage, room)
    try {
      await talk(site)
    } finally {
      site.stop()
    }
  }

  test('two tabs talk in Bangla', () =>
    inRoom(randomUUID(), async (site) => {
      const first = await site.open(FIRST, 'bn')
      await first.says(
        '✅ WebSocket সংযুক্ত হয়েছে',
        '⚡ 🎉 rakib চ্যাটরুমে যোগ দিয়েছেন!',
        '👥 অনলাইন ইউজার: 1',
        '💬 rakib: সবাইকে সালাম!',
      )
      const second = await site.open(SECOND, 'bn')
      await first.says(
        '⚡ 🎉 salma চ্যাটরুমে যোগ দিয়েছেন!',
        '👥 অনলাইন ইউজার: 2',
        '💬 salma: সবাইকে সালাম!',
      )
      await second.says('👥 অনলাইন ইউজার: 2')

      await first.run("sendMessage('কেমন আছেন, সালমা?')")
      await first.says('💬 rakib: কেমন আছেন, সালমা?')
      await second.says('💬 rakib: কেমন আছেন, সালমা?')

      await second.run('sendTyping(true)')
      await first.says('✍️ salma টাইপ করছে...')
      await first.isSent(
        ({ type, username, typing }) =>
          type === 'typing' && username === SECOND && typing === false,
      )

      await second.run("updateUser('সালমা বেগম', '#00ff00')")
      await first.says('⚡ 📝 salma এখন সালমা বেগম নামে পরিচিত')
      await second.says('⚡ 📝 salma এখন সালমা বেগম নামে পরিচিত')
      await first.isSent(({ users }) => usersOf(users).some(({ color }) => color === '#00ff00'))

      await second.page.close()
      await first.says('⚡ 👋 সালমা বেগম চ্যাটরুম ছেড়েছেন')
      await first.isSent(({ users }) => usersOf(users).length === 1)
      expect(first.lines.filter((line) => /[❌🔌]/u.test(line))).toEqual([])
    }))

  test('a tab in English is told in English', () =>
    inRoom(randomUUID(), async (site) => {
      const first = await site.open(FIRST, 'en-GB')
      await first.says('⚡ 🎉 rakib has joined the chat room!')
      const second = await site.open(SECOND, 'en-GB')
      await first.says('⚡ 🎉 salma has joined the chat room!')
      await second.run("updateUser('Salma', '#00ff00')")
      await first.says('⚡ 📝 salma is now known as Salma')
      await second.page.close()
      await first.says('⚡ 👋 Salma has left the chat room')
    }))

  test('who finds the room full sees why', async () => {
    stage.expectTrouble(/রুম পূর্ণ/, /WebSocket/)
    const settings = { name: 'ছোট', max_users: 1 }
    const { id } = await Api.nobody(stage.endpoint).post<{ id: string }>('/api/rooms/', settings)
    await inRoom(id, async (site) => {
      const first = await site.open(FIRST, 'bn')
      await first.says('👥 অনলাইন ইউজার: 1')
      const second = await site.open(SECOND, 'bn')
      await second.says('❌ রুম পূর্ণ!', '🔌 WebSocket সংযোগ বিচ্ছিন্ন', 'রুম পূর্ণ!')
      expect(first.lines.filter((line) => line.includes(SECOND))).toEqual([])
    })
  })
}

const usersOf = (users: unknown) => (users ?? []) as { color: string }[]
