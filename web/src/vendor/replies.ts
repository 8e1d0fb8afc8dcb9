import type { Reply, ReplyDraft } from '../client'
import { contentProblem } from '../store'

/** What is put in place of `{buyer}`, `{product}` and `{price}`. */
export interface Fillings {
  buyer: string
  product: string
  price: string
}

export const PLACEHOLDERS = ['buyer', 'product', 'price'] as const

/** A reply with its placeholders filled in; what is filled in is not looked through again. */
export function filled(content: string, fillings: Fillings): string {
  return content.replace(/\{(buyer|product|price)\}/g, (_, name: keyof Fillings) => fillings[name])
}

/** What somebody has begun to write after a slash, alone in the text; undefined when they have
 * not. */
export function begun(text: string): string | undefined {
  return /^\/((?:[\p{L}\p{M}\p{Nd}_-]|\u200c|\u200d){0,32})$/u.exec(text)?.[1]
}

/** Those that fit what was begun, the shortcuts that begin so first. */
export function matching(replies: readonly Reply[], start: string): Reply[] {
  const wanted = plain(start)
  const rank = ({ shortcut, title }: Reply) => {
    if (plain(shortcut).startsWith(wanted)) return 0
    return plain(shortcut).includes(wanted) || plain(title).includes(wanted) ? 1 : 2
  }
  return [0, 1].flatMap((each) => replies.filter((reply) => rank(reply) === each))
}

/** As the server compares shortcuts. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

const SHORTCUT = /^(?=.*[\p{L}\p{Nd}])(?:[\p{L}\p{M}\p{Nd}_-]|\u200c|\u200d){1,32}$/u

const MAX_TITLE = 100

/** What is wrong with a reply before the server is asked, as it would say it. */
export function replyProblem({ shortcut, title, content }: ReplyDraft): string | undefined {
  if (!SHORTCUT.test(shortcut.normalize('NFKC'))) return 'shortcut_invalid'
  if (title.trim() === '' || [...title].length > MAX_TITLE) return 'title_invalid'
  return contentProblem(content)
}
