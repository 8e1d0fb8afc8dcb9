/** An element with a text and attributes; nothing is parsed. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content = '',
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.textContent = content
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** An element that the page came with. */
export function place(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`There is no ${id}.`)
  return found
}
