import type { Uuid } from '../protocol'

/** The conversations that are open, in the order of their tabs. At most one is not kept: the one
 * that another takes the place of. */
export interface Desk {
  open: readonly { id: Uuid; kept: boolean }[]
  current: Uuid | undefined
}

export const EMPTY_DESK: Desk = { open: [], current: undefined }

const MOST = 8

/** With this conversation in front: in the place of the one that is not kept or, when `beside`,
 * in one of its own. */
export function opened(desk: Desk, id: Uuid, beside = false): Desk {
  if (desk.open.some((each) => each.id === id)) {
    return beside ? keep({ ...desk, current: id }, id, true) : { ...desk, current: id }
  }
  const rest = beside ? desk.open : desk.open.filter(({ kept }) => kept)
  const at = beside ? rest.length : placeOf(desk, rest.length)
  const open = [...rest.slice(0, at), { id, kept: beside }, ...rest.slice(at)]
  return { open: open.slice(Math.max(0, open.length - MOST)), current: id }
}

function placeOf({ open }: Desk, otherwise: number): number {
  const at = open.findIndex(({ kept }) => !kept)
  return at < 0 ? otherwise : at
}

/** Whether a conversation stays when another is opened; the others stay when it does not. */
export function keep(desk: Desk, id: Uuid, kept: boolean): Desk {
  if (!desk.open.some((each) => each.id === id)) return desk
  const open = desk.open.map((each) =>
    each.id === id ? { id, kept } : { id: each.id, kept: each.kept || !kept },
  )
  return { ...desk, open }
}

/** Without this conversation; the one beside it is in front then. */
export function closed(desk: Desk, id: Uuid): Desk {
  const at = desk.open.findIndex((each) => each.id === id)
  if (at < 0) return desk
  const open = desk.open.filter((each) => each.id !== id)
  const current = desk.current === id ? open[Math.min(at, open.length - 1)]?.id : desk.current
  return { open, current }
}
