export { useChatStore } from './chat'
export type { ChatOptions } from './chat'
export { MAX_CODE_POINTS, codePoints, contentProblem } from './content'
export {
  firstUnread,
  isArchived,
  lastMessage,
  mySide,
  roomAbout,
  typists,
  unreadCount,
} from './selectors'
export type { Reader } from './selectors'
export type { ChatState, Me, RoomState, Side } from './state'
export { timeline } from './timeline'
export type { DayLine, Line, MessageLine, NoteLine, SystemLine, Tick, UnreadLine } from './timeline'
export { waitingSince } from './waiting'
export { visitLines } from './visit'
export type { VisitState } from './visit'
export { useVisitStore } from './visitStore'
export type { VisitOptions } from './visitStore'
