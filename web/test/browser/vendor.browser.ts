import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtPages } from '../built'
import { InboxRoom, VendorDesk } from '../inbox'
import { VENDOR } from '../room'
import type { About } from '../room'
import { ChatServer } from '../server'
import { until } from '../world'
import { axe } from './axe'
import { serve } from './site'

const PRODUCTS = [
  { id: 101, title: 'فرش دستباف اصفهان', price: 185_000_000, hue: 8 },
  { id: 102, title: 'گلیم قشقایی', price: 24_500_000, hue: 38 },
  { id: 103, title: 'নকশিকাঁথা, হাতে সেলাই করা', price: 7_400, hue: 160 },
  { id: 104, title: 'Hand-knotted wool rug 2 × 3 m', price: 1_290, hue: 210 },
].map(({ id, title, price, hue }) => ({
  id,
  title,
  price,
  url: `/p/${id}`,
  image_url: `/pictures/${hue}.svg`,
}))

const QUESTIONS = [
  'سلام، این هنوز موجود است؟',
  'می‌خواهم دو تا بخرم 🙏🏽 تخفیف دارد؟',
  'আসসালামু আলাইকুম, ঢাকায় কতদিনে পৌঁছাবে?',
  'Could you send it as a gift, please?',
  'قیمت نهایی با هزینهٔ ارسال به مشهد چقدر می‌شود و چند روزه می‌رسد؟',
  'রং কি ছবির মতোই?',
]

const NAMES = ['سارا', 'রহিম', 'نسترن‌بانو', 'মিতু', 'buyer_77', 'علی‌اکبر']

const ACCOUNT = {
  user_id: 7,
  username: VENDOR.name,
  roles: ['vendor'],
  vendor_id: 1,
}

const MINUTE = 60_000

let browser: Browser
let files: Map<string, string | Uint8Array>
let server: ChatServer
let desk: VendorDesk
let page: Page
let troubles: string[]

beforeAll(async () => {
  files = await builtPages()
  for (const { image_url } of PRODUCTS) files.set(image_url, picture(image_url))
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
}, 120_000)

afterAll(() => browser.close())

function picture(url: string): string {
  const hue = /\d+/.exec(url)?.[0] ?? '0'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="hsl(${hue} 45% 62%)"/><path d="M4 4h32v22H4zM9 9h22v12H9zM20 9l7 6-7 6-7-6z" fill="none" stroke="hsl(${hue} 55% 30%)"/></svg>`
}

beforeEach(async () => {
  server = await ChatServer.start()
  desk = new VendorDesk(server)
  const token = `e30.${Buffer.from(JSON.stringify({ ...ACCOUNT, sub: '7' })).toString('base64url')}.c2ln`
  server.whoHas = () => VENDOR
  server.pages = (url, response) => {
    const answers: Record<string, unknown> = {
      '/api/dev/marketplace/': { vendors: [], accounts: [ACCOUNT] },
      '/api/dev/token/': { token },
    }
    if (answers[url] === undefined) return serve(files, url, response)
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(answers[url]))
    return true
  }
  desk.reply({
    shortcut: 'سلام',
    title: 'خوش‌آمد',
    content: 'سلام {buyer}، «{product}» موجود است و {price} تومان قیمت دارد.',
  })
  desk.reply({
    shortcut: 'ধন্যবাদ',
    title: 'ধন্যবাদ জানানো',
    content: 'আপনাকে ধন্যবাদ! {product} আজই পাঠানো হবে।',
  })
  desk.reply({ shortcut: 'hours', title: 'Opening hours', content: 'We answer from 9 to 18.' })
  troubles = []
})

afterEach(async () => {
  await page.close()
  await server.stop()
})

/** So many conversations, the first of which waits longest; each is unread. */
function asked(count: number): InboxRoom[] {
  return Array.from({ length: count }, (_, i) => {
    return question(i, Date.now() - (count - i) * 3 * MINUTE - 5 * MINUTE)
  })
}

function question(i: number, start: number): InboxRoom {
  const name = NAMES[i % NAMES.length] ?? ''
  const about: About = {
    product: i % 9 === 8 ? null : (PRODUCTS[i % PRODUCTS.length] ?? null),
    buyer: i % 4 === 3 ? { guest: `guest-${i}` } : { name, id: 1_000 + i, role: 'buyer' },
    start,
  }
  const id = `06f0bdd2-5441-8102-8231-${String(i).padStart(12, '0')}`
  const room = new InboxRoom(id, about)
  room.message(about.buyer, QUESTIONS[i % QUESTIONS.length] ?? '')
  if (i % 3 === 1) room.message(about.buyer, QUESTIONS[(i + 1) % QUESTIONS.length] ?? '')
  server.open(room)
  return room
}

async function opened(
  lang = 'fa',
  { width = 1_280, height = 800, colorScheme = 'light' as 'light' | 'dark' } = {},
): Promise<void> {
  const isPhone = width < 700
  page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    hasTouch: isPhone,
    isMobile: isPhone,
  })
  page.on('console', (message) => {
    const isOurs = !/favicon\.ico$|vendor\/replies\/$/.test(message.location().url)
    if (isOurs && ['error', 'warning'].includes(message.type())) troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(`${server.endpoint}/vendor/chats/?lang=${lang}`)
  await page.locator('.parley-account').waitFor()
}

async function signedIn(...how: Parameters<typeof opened>): Promise<void> {
  await opened(...how)
  await page.locator('.parley-account').click()
  await page.locator('.parley-filters').waitFor()
}

const row = (room: InboxRoom) => page.locator(`[data-room="${room.id}"]`)
const rows = () => page.locator('.parley-queue-row')
const area = () => page.locator('.parley-pane textarea')

async function shot(name: string): Promise<void> {
  const { SCREENSHOTS } = process.env
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` })
}

test('who waits longest is answered first, with a ready answer, and the next one is opened', async () => {
  const rooms = asked(200)
  await signedIn('fa')
  await rows().first().waitFor()
  expect(await rows().first().getAttribute('data-room')).toBe(rooms[0]!.id)
  expect(await page.locator('.parley-chip-count').allTextContents()).toEqual(['۲۰۰', '۲۰۰'])
  await page.getByRole('button', { name: 'باز کردن دیرترین منتظر' }).click()
  await area().waitFor()
  await area().pressSequentially('/سل')
  await page.locator('[role=option]').waitFor()
  expect(await area().getAttribute('aria-activedescendant')).toBe(
    await page.locator('[role=option]').getAttribute('id'),
  )
  await area().press('Enter')
  expect(await area().inputValue()).toBe(
    'سلام سارا، «فرش دستباف اصفهان» موجود است و ۱۸۵٬۰۰۰٬۰۰۰ تومان قیمت دارد.',
  )
  await area().press('Control+Enter')
  await page.locator(`[data-pane="${rooms[1]!.id}"] textarea:focus`).waitFor()
  await until(() => rooms[0]!.waitingSince === null)
  await row(rooms[0]!).waitFor({ state: 'detached' })
  await page.getByText('در انتظار').first().waitFor()
  await until(() => rooms[1]!.unread === 0)
  await page.keyboard.press('Alt+ArrowDown')
  await page.locator(`[data-pane="${rooms[2]!.id}"] textarea:focus`).waitFor()
  await page.keyboard.press('Control+K')
  await page.locator('input[type=search]:focus').waitFor()
  expect(troubles).toEqual([])
})

test('a vendor who is away is told of what comes in, and a click opens it', async () => {
  const [room, other] = asked(2)
  await opened('fa')
  await page.evaluate(recordNotices)
  await page.locator('.parley-account').click()
  await row(room!).waitFor()
  await page.getByRole('button', { name: 'خبرم کن' }).click()
  room!.message(room!.about.buyer, 'هنوز اینجا هستم')
  await row(room!).getByText('هنوز اینجا هستم').waitFor()
  await page.evaluate(() => {
    document.hasFocus = () => false
    dispatchEvent(new Event('blur'))
  })
  other!.message(other!.about.buyer, 'نمی‌خواهم <b>دیر</b> شود')
  await expect.poll(notices).toEqual([
    {
      title: expect.stringContaining('রহিম') as string,
      body: 'نمی‌خواهم <b>دیر</b> شود',
      tag: `parley ${other!.id}`,
      lang: 'fa',
      dir: 'rtl',
    },
  ])
  await page.evaluate(() => (globalThis as unknown as Recorded).clickLast())
  await page.locator(`[data-pane="${other!.id}"]`).waitFor()
  expect(troubles).toEqual([])
})

interface Recorded {
  notices: Record<string, string>[]
  clickLast: () => void
}

const notices = () => page.evaluate(() => (globalThis as unknown as Recorded).notices)

/** A browser without a desktop has nowhere to show notifications. */
function recordNotices(): void {
  const recorded = globalThis as unknown as Recorded
  recorded.notices = []
  class Recording {
    static readonly permission = 'granted'
    onclick: () => void = () => undefined
    constructor(title: string, options: Record<string, string>) {
      recorded.notices.push({ title, ...options })
      recorded.clickLast = () => this.onclick()
    }
    close(): void {}
  }
  Object.assign(globalThis, { Notification: Recording })
}

test('the queue and its counts are live, and as the server has them after a lost connection', async () => {
  const rooms = asked(12)
  await signedIn('en')
  await rows().nth(11).waitFor()
  const counts = () => page.locator('.parley-chip-count').allTextContents()
  await expect.poll(counts).toEqual(['12', '12'])
  const { buyer } = rooms[3]!.about
  rooms[3]!.message(buyer, 'هنوز هستید؟')
  await row(rooms[3]!).getByText('هنوز هستید؟').waitFor()
  await row(rooms[3]!).getByText('2 unread').waitFor()
  rooms[0]!.message(VENDOR, 'answered by a colleague')
  await expect.poll(() => rows().last().getAttribute('data-room')).toBe(rooms[0]!.id)
  await expect.poll(counts).toEqual(['11', '12'])
  await page.evaluate(() => {
    document.hasFocus = () => false
    dispatchEvent(new Event('blur'))
  })
  await expect.poll(() => page.title()).toBe('(12) Shop conversations')
  server.intercept = () => true
  server.admit = () => false
  server.cut()
  await page.locator('.parley-banner:not(:empty)').waitFor()
  rooms[1]!.message(VENDOR, 'while it was away')
  rooms[1]!.read(VENDOR, 9)
  const late = question(12, Date.now())
  server.intercept = () => false
  server.admit = () => true
  server.cut()
  await row(late).waitFor()
  await expect.poll(counts).toEqual(['11', '12'])
  await expect.poll(() => page.title()).toBe('(12) Shop conversations')
})

test('a part of the queue is shown: unread, of a product, put away, or what a search finds', async () => {
  const rooms = asked(120)
  for (const room of rooms.slice(0, 60)) {
    room.message(VENDOR, 'বলুন')
    room.read(VENDOR, 9)
  }
  await signedIn('bn')
  const first = () => rows().first().getAttribute('data-room')
  await expect.poll(first).toBe(rooms[60]!.id)
  await page.locator('.parley-chip', { hasText: 'অপঠিত' }).click()
  await expect.poll(() => rows().first().getAttribute('data-room')).toBe(rooms[60]!.id)
  const end = () =>
    page.locator('.parley-queue-scroller').evaluate((list) => list.scrollTo(0, 99_999))
  await expect.poll(async () => (await end(), row(rooms[119]!).count())).toBe(1)
  await page.locator('.parley-select').selectOption('103')
  await expect
    .poll(() => page.locator('.parley-queue-row').count())
    .toBe(rooms.slice(60).filter(({ about }) => about.product?.id === 103).length)
  await page.locator('.parley-chip', { hasText: 'আর্কাইভ' }).click()
  await page.getByText('আর্কাইভে কিছু নেই।').waitFor()
  await page.locator('.parley-select').selectOption('')
  await page.locator('.parley-chip', { hasText: 'চালু' }).click()
  await page.locator('input[type=search]').fill('মিতু')
  await expect
    .poll(() => rows().count())
    .toBe(rooms.filter(({ about: { buyer } }) => 'name' in buyer && buyer.name === 'মিতু').length)
  await page.locator('input[type=search]').fill('কিছুই না')
  await page.getByText('পাওয়া যায়নি').waitFor()
  expect(troubles).toEqual([])
})

test('a conversation is put away and taken out again; several are open at once', async () => {
  const rooms = asked(6)
  await signedIn('en', { width: 1_700 })
  await row(rooms[0]!).click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await until(() => rooms[0]!.isArchived)
  await page.getByRole('button', { name: 'Take out of the archive' }).click()
  await until(() => !rooms[0]!.isArchived)
  await row(rooms[1]!).click({ modifiers: ['ControlOrMeta'] })
  await expect.poll(() => page.locator('.parley-pane').count()).toBe(2)
  expect(await page.locator('[role=tab]').count()).toBe(0)
  expect(await axe(page)).toEqual([])
  await shot('columns')
  await row(rooms[2]!).click({ modifiers: ['ControlOrMeta'] })
  await expect.poll(() => page.locator('[role=tab]').count()).toBe(3)
  await expect.poll(() => page.locator('.parley-pane').count()).toBe(1)
  expect(await axe(page)).toEqual([])
  await page.locator('[role=tab]').nth(1).click()
  await page.locator(`[data-pane="${rooms[1]!.id}"] textarea`).waitFor()
  await shot('tabs')
  expect(troubles).toEqual([])
})

test('ready answers are made, changed and deleted', async () => {
  asked(1)
  await signedIn('en')
  await page.getByRole('button', { name: 'Ready answers' }).click()
  await page.getByRole('button', { name: 'New answer' }).click()
  await page.getByLabel('Shortcut').fill('HOURS')
  await page.getByLabel('Title').fill('Again')
  await page.getByLabel('Text').fill('Dear {buyer}, ')
  await page.locator('.parley-reply-form').getByRole('button', { name: 'Price' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('There is an answer with this shortcut already.').waitFor()
  await page.getByLabel('Shortcut').fill('again')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('/again').waitFor()
  expect(desk.replies.at(-1)?.content).toBe('Dear {buyer}, {price}')
  await shot('replies')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: /^Delete .?Again/ }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await until(() => desk.replies.length === 3)
  await page.keyboard.press('Escape')
  await page.locator('[role=dialog]').waitFor({ state: 'detached' })
  expect(troubles).toEqual([])
})

test('on a phone there is the queue, then a conversation, and a way back', async () => {
  const rooms = asked(30)
  await signedIn('fa', { width: 390, height: 780 })
  await row(rooms[0]!).tap()
  await area().waitFor()
  expect(await page.locator('.parley-queue').isVisible()).toBe(false)
  await page.goBack()
  await page.locator('.parley-queue').waitFor()
  await row(rooms[1]!).tap()
  await page.locator('.parley-back').tap()
  await row(rooms[2]!).waitFor()
  expect(troubles).toEqual([])
})

const LOOKS = (['fa', 'bn', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    ([1_280, 390] as const).map((width) => [lang, colorScheme, width] as const),
  ),
)

test.each(LOOKS)('axe finds nothing in %s, %s, %d wide', async (lang, colorScheme, width) => {
  const name = `vendor-${lang}-${colorScheme}-${width}`
  const rooms = asked(200)
  rooms[2]!.message(VENDOR, 'بله، موجود است. https://example.com/p/103')
  rooms[2]!.message(rooms[2]!.about.buyer, QUESTIONS[2]!)
  await opened(lang, { width, height: width === 390 ? 780 : 800, colorScheme })
  expect(await axe(page)).toEqual([])
  await shot(`${name}-signin`)
  await page.locator('.parley-account').click()
  await rows().nth(5).waitFor()
  expect(await axe(page)).toEqual([])
  await shot(`${name}-queue`)
  await row(rooms[2]!).click()
  await page.locator('article.parley-message').nth(2).waitFor()
  await area().pressSequentially('/')
  await page.locator('[role=option]').nth(2).waitFor()
  expect(await axe(page)).toEqual([])
  await shot(`${name}-room`)
  expect(troubles).toEqual([])
})
