import type { AdminQuery } from '../client'
import type { Uuid } from '../protocol'
import { isDay } from './day'

export const TABS = ['conversations', 'statistics', 'rooms'] as const
export type Tab = (typeof TABS)[number]

export const KINDS = ['product', 'direct', 'public'] as const
export type Kind = (typeof KINDS)[number]

/** What the console shows, as its address says it. */
export interface Place {
  tab: Tab
  /** What is listed: rooms, or single messages. */
  list: 'rooms' | 'messages'
  search: string
  vendor: string
  product: string
  kind: Kind | undefined
  archived: boolean | undefined
  reported: boolean | undefined
  /** Days of the reader, as 2026-11-22; both are part of the time. */
  from: string
  to: string
  page: number
  /** The room that is read, whether it is a public one, and the message that is looked at. */
  room: Uuid | undefined
  isPublic: boolean
  seq: number | undefined
}

export const START: Place = {
  tab: 'conversations',
  list: 'rooms',
  search: '',
  vendor: '',
  product: '',
  kind: undefined,
  archived: undefined,
  reported: undefined,
  from: '',
  to: '',
  page: 1,
  room: undefined,
  isPublic: false,
  seq: undefined,
}

/** The part of a place that says what is looked for. */
export type Filters = Omit<Place, 'tab' | 'page' | 'room' | 'isPublic' | 'seq'>

export const PAGE_SIZE = 25

const LONGEST = 200
const ROOM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const KEYS = [
  'tab',
  'list',
  'search',
  'vendor',
  'product',
  'kind',
  'archived',
  'reported',
  'from',
  'to',
  'page',
  'room',
  'public',
  'seq',
] as const

/** Reads an address' query. What cannot be is as if it were not there. */
export function placeOf(query: string): Place {
  const given = new URLSearchParams(query)
  const text = (key: (typeof KEYS)[number]) => (given.get(key) ?? '').slice(0, LONGEST)
  const day = (key: 'from' | 'to') => (isDay(text(key)) ? text(key) : '')
  const room = ROOM.test(text('room')) ? text('room') : undefined
  return {
    tab: oneOf(TABS, text('tab')) ?? START.tab,
    list: text('list') === 'messages' ? 'messages' : 'rooms',
    search: text('search'),
    vendor: text('vendor'),
    product: text('product'),
    kind: oneOf(KINDS, text('kind')),
    archived: truth(text('archived')),
    reported: truth(text('reported')),
    from: day('from'),
    to: day('to'),
    page: positive(text('page')) ?? 1,
    room,
    isPublic: room !== undefined && truth(text('public')) === true,
    seq: room === undefined ? undefined : positive(text('seq')),
  }
}

/** Writes a place into a query, which keeps what is not ours. Nothing but a place is ever in it. */
export function queryOf(place: Place, before = ''): string {
  const query = new URLSearchParams(before)
  for (const key of KEYS) query.delete(key)
  const { isPublic, ...rest } = place
  const values: Record<string, unknown> = { ...rest, public: isPublic }
  const initial: Record<string, unknown> = { ...START, public: false }
  for (const key of KEYS) {
    const value = values[key]
    if (value !== undefined && value !== '' && value !== initial[key]) query.set(key, String(value))
  }
  return query.toString()
}

/** What the services are asked for. */
export function askedFor(place: Place): AdminQuery {
  const { search, vendor, product, kind, archived, reported, from, to, page } = place
  return {
    search: search.trim(),
    vendor_id: idOf(vendor),
    product_id: idOf(product),
    kind,
    archived,
    reported,
    from: from === '' ? undefined : startOf(from, 0),
    to: to === '' ? undefined : startOf(to, 1),
    page,
    page_size: PAGE_SIZE,
  }
}

/** How many filters are set, apart from the words. */
export function filtersSet({ vendor, product, kind, archived, reported, from, to }: Place): number {
  return [vendor, product, kind, archived, reported, from, to].filter(
    (value) => value !== undefined && value !== '',
  ).length
}

/** Digits other than ours, by the zero that each of them begins with. */
const ZEROS = ['۰', '٠', '০'].map((zero) => zero.charCodeAt(0))

/** An id may be typed in the digits in which it is shown. */
function idOf(text: string): string {
  return text.trim().replace(/[۰-۹٠-٩০-৯]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - Math.max(...ZEROS.filter((zero) => zero <= code)))
  })
}

/** Midnight of the reader at the beginning of this day, or of one some days later. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}

function oneOf<T extends string>(known: readonly T[], text: string): T | undefined {
  return known.find((each) => each === text)
}

function truth(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined
}

function positive(text: string): number | undefined {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}
