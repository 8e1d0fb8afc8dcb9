/** The longest message, in Unicode code points. */
export const MAX_CODE_POINTS = 4_000

const VISIBLE = /[^\p{White_Space}\p{Cf}]/u

/** Why this cannot be sent, as the server would say it; undefined when it can. */
export function contentProblem(
  text: string,
): 'content_blank' | 'content_too_long' | 'content_invalid' | undefined {
  if (text.includes('\0') || !isWellFormed(text)) return 'content_invalid'
  if (!VISIBLE.test(text)) return 'content_blank'
  return codePoints(text) > MAX_CODE_POINTS ? 'content_too_long' : undefined
}

export function codePoints(text: string): number {
  return [...text].length
}

/** Whether there is no half of a surrogate pair in it. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}
