/** A piece of what somebody wrote. Put together, the texts of all pieces are what was written. */
export type Token =
  { kind: 'text' | 'mention'; text: string } | { kind: 'link'; text: string; href: string }

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'`\p{Cc}\p{Bidi_Control}]+/giu
const MENTION = /(?<![\p{L}\p{N}\p{M}_@.])@[\p{L}\p{N}\p{M}_\u200c\u200d]{1,64}/gu

/** What ends a sentence rather than an address, in the scripts that we speak. */
const TRAILING = /[.,;:!?)\]}'"»”’…؟،؛۔।॥*_~]$/u

/** The paragraphs of a text. Each has a direction of its own. */
export function paragraphs(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/)
}

/** Finds addresses and mentions. Only http and https become links; all else stays text. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let end = 0
  for (const match of text.matchAll(LINK)) {
    const link = trimmed(match[0])
    const href = hrefOf(link)
    if (href === undefined) continue
    found.push(...mentions(text.slice(end, match.index)))
    found.push({ kind: 'link', text: link, href })
    end = match.index + link.length
  }
  return [...found, ...mentions(text.slice(end))]
}

function mentions(text: string): Token[] {
  const found: Token[] = []
  let end = 0
  for (const match of text.matchAll(MENTION)) {
    if (match.index > end) found.push({ kind: 'text', text: text.slice(end, match.index) })
    found.push({ kind: 'mention', text: match[0] })
    end = match.index + match[0].length
  }
  if (end < text.length) found.push({ kind: 'text', text: text.slice(end) })
  return found
}

/** Without punctuation that belongs to the sentence around it; a bracket stays with its partner. */
function trimmed(link: string): string {
  let end = link.length
  while (end > 0 && TRAILING.test(link.slice(0, end)) && !isPartner(link.slice(0, end))) end--
  return link.slice(0, end)
}

function isPartner(link: string): boolean {
  const opening = { ')': '(', ']': '[', '}': '{' }[link.slice(-1)]
  if (opening === undefined) return false
  const count = (sign: string) => link.split(sign).length
  return count(opening) >= count(link.slice(-1))
}

function hrefOf(link: string): string | undefined {
  const address = /^www\./i.test(link) ? `https://${link}` : link
  try {
    const { protocol, hostname, href } = new URL(address)
    return /^https?:$/.test(protocol) && hostname.includes('.') ? href : undefined
  } catch {
    return undefined
  }
}

/** An address that is safe in a link or a picture, or undefined. */
export function safeUrl(address: string | null | undefined): string | undefined {
  return typeof address === 'string' && /^(https?:\/\/|\/(?!\/))/i.test(address)
    ? address
    : undefined
}
