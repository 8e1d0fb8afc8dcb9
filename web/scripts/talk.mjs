// Conversations as people have them, made through the API of a standalone start.
import { randomUUID } from 'node:crypto'

const SARA = { user_id: 42, username: 'سارا', roles: ['buyer'] }
const RAHIM = { user_id: 43, username: 'রহিম', roles: ['buyer'] }
const EMMA = { user_id: 44, username: 'Emma', roles: ['buyer'] }
const CARPETS = { user_id: 7, username: 'اصفهانی', roles: ['vendor'], vendor_id: 1 }
const SPICES = { user_id: 8, username: 'خراسانی', roles: ['vendor'], vendor_id: 2 }
const BOOKS = { user_id: 9, username: 'کتاب‌دار', roles: ['vendor'], vendor_id: 3 }

/** Who asks whom about which product, and what is said: `>` by the buyer, `<` by the vendor. */
const TALKS = [
  [
    SARA,
    CARPETS,
    102,
    ['> سلام، گلیم را با چه چیزی بشویم؟', '< با آب سرد و شامپوی فرش؛ آفتاب مستقیم نخورد.'],
  ],
  [RAHIM, CARPETS, 103, ['> আসসালামু আলাইকুম, এই গালিচা কি ঢাকায় পাঠানো যায়?', '> ডাক খরচ কত পড়বে?']],
  [
    EMMA,
    CARPETS,
    104,
    [
      '> Hello! Is the cushion filled, or is it the cover only?',
      '< It comes filled with wool.',
      '> Lovely, then I’d like four of them 😊',
    ],
  ],
  [SARA, SPICES, 201, ['> زعفران امسال است؟', '< بله، برداشت پاییز امسال قائنات.']],
  [
    RAHIM,
    BOOKS,
    302,
    ['> হাফিজের এই সংস্করণে কি ইংরেজি অনুবাদ আছে?', '< متأسفانه نه، فقط متن فارسی است.'],
  ],
  [
    SARA,
    CARPETS,
    101,
    [
      '> سلام، این فرش هنوز موجود است؟',
      '< سلام سارا خانم، بله. دو تخته مانده است.',
      '> می‌خواهم دو تا بخرم 🙏🏽\nاندازه‌ها دقیقاً ۲×۳ است؟',
      '< بله، عکس‌های بیشتر: https://example.com/carpets/101',
      '> عالی! تا پنج‌شنبه به تهران می‌رسد؟',
    ],
  ],
]

const PUBLIC = [
  ['মিতু', '#b3142d', 'হ্যালো সবাই! আজকের খেলা কে কে দেখছেন? 👋'],
  ['রফিক', '#1d4a5c', 'আমি দেখছি। শেষ ওভারটা দারুণ ছিল।'],
  ['نسترن‌بانو', '#8f6bb8', 'سلام! کسی نتیجه را می‌داند؟'],
  ['রফিক', '#1d4a5c', 'বাংলাদেশ ৫ উইকেটে জিতেছে 🎉'],
  ['Emma', '#2f5d3a', 'What a match. See you all tomorrow!'],
]

/** Says these things unless they were said before; the last conversation and a public room. */
export async function seed(url) {
  const tokens = new Map()
  const as = async (account) => {
    if (!tokens.has(account)) {
      tokens.set(account, (await post(url, '/api/dev/token/', account)).token)
    }
    return { Authorization: `Bearer ${tokens.get(account)}` }
  }
  let room
  for (const [buyer, vendor, product, said] of TALKS) {
    room = await post(
      url,
      '/api/chat/start/',
      { vendor_id: vendor.vendor_id, product_id: product },
      await as(buyer),
    )
    if (room.last_message !== null) continue
    for (const text of said) {
      const who = text.startsWith('>') ? buyer : vendor
      const path = `/api/chat/rooms/${room.room_id}/messages/`
      await post(url, path, { content: text.slice(2) }, await as(who))
    }
  }
  const guest = await post(url, '/api/chat/guest-session/', {})
  await post(
    url,
    '/api/chat/start/',
    { vendor_id: 1, product_id: 101, initial_message: 'با كارت هديه هم مي‌شود خريد؟' },
    { 'X-Guest-Session': guest.session_id },
  )
  const reason = 'فروشنده بیرون از بازار پول خواست.'
  await post(url, `/api/chat/rooms/${room.room_id}/report/`, { reason }, await as(SARA))
  const publicRoom = await seedPublicRoom(url)
  return { room: room.room_id, publicRoom }
}

async function seedPublicRoom(url) {
  const { rooms } = await (await fetch(`${url}/api/public-rooms/`)).json()
  const { id, name, total_messages } = rooms.find((each) => each.name === 'খেলাধুলা')
  if (total_messages > 0) return name
  const sessions = new Map()
  for (const [username, color, content] of PUBLIC) {
    if (!sessions.has(username)) {
      const visit = await post(url, '/api/join-room/', { room_id: id, username, color })
      sessions.set(username, visit.session_id)
    }
    await post(url, '/api/messages/', { room_id: id, content, session_id: sessions.get(username) })
  }
  return name
}

async function post(url, path, body, headers = {}) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
