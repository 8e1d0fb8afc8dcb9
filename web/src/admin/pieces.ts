/** Where the words that were searched for are in a text: [start, end) in UTF-16 units. */
export type Highlights = readonly (readonly [start: number, end: number])[]

/** A part of a text, and whether it is what was looked for. */
export interface Piece {
  text: string
  found: boolean
}

/** A text in pieces: put together they are the text, whatever the offsets are. A pair of
 * surrogates is not cut, and what overlaps is one piece. */
export function pieces(text: string, highlights: Highlights = []): Piece[] {
  const parts: Piece[] = []
  const add = (start: number, end: number, found: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end), found })
  }
  let at = 0
  for (const [from, to] of [...highlights].sort(([a], [b]) => a - b)) {
    const start = Math.max(at, whole(text, from, -1))
    const end = whole(text, Math.min(text.length, to), 1)
    if (!(end > start)) continue
    add(at, start, false)
    const last = parts.at(-1)
    if (last?.found === true && start === at) last.text += text.slice(start, end)
    else add(start, end, true)
    at = end
  }
  add(at, text.length, false)
  return parts
}

/** The nearest place in this direction that is not within a pair of surrogates. */
function whole(text: string, place: number, direction: 1 | -1): number {
  const inside =
    /[\ud800-\udbff]/.test(text.charAt(place - 1)) && /[\udc00-\udfff]/.test(text.charAt(place))
  return inside ? place + direction : place
}

/** How much of a long text is shown, and how much of that stands before what was looked for. */
const EXCERPT = 280
const LEAD = 80

/** Of a long text the part that begins shortly before what was looked for. */
export function excerpt(
  text: string,
  highlights: Highlights = [],
): { text: string; highlights: Highlights } {
  if (text.length <= EXCERPT) return { text, highlights }
  const first = Math.min(...highlights.map(([start]) => start), text.length)
  const from = highlights.length === 0 || first <= LEAD ? 0 : whole(text, first - LEAD, -1)
  const to = Math.min(text.length, whole(text, from + EXCERPT, 1))
  const before = from > 0 ? '…' : ''
  const shift = before.length - from
  return {
    text: `${before}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    highlights: highlights
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift] as const),
  }
}
