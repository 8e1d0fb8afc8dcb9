// Made of the files in `schemas` by `npm run protocol`: change those, not this.

export type Uuid = string
/**
 * A moment in UTC with milliseconds.
 */
export type Time = string
/**
 * A moment in the time of Dhaka with microseconds, in rooms, messages and users of the public chat.
 */
export type DhakaTime = string
/**
 * A moment in UTC with microseconds and Z, in the public chat's public-rooms/ and stats/.
 */
export type ZuluTime = string
/**
 * A moment in UTC with microseconds and an offset, in the public chat's status/ and frames.
 */
export type UtcTime = string
/**
 * A place in its aggregate's history: 1, 2, 3, … without gaps.
 */
export type Seq = number
export type Count = number
/**
 * An id that the marketplace gave out. A whole number of up to 15 digits is written as a JSON number, any other id as a string.
 */
export type MarketplaceId = number | string
/**
 * Unicode text of at most 4,000 code points, without NUL and lone surrogates; markup is text like any other.
 */
export type Content = string
/**
 * An http or https address; null without a file.
 */
export type FileUrl = string | null
/**
 * What a vendor types for an answer that it keeps ready, without the slash: letters of any script (with marks and joiners), digits, `_` and `-`, with a letter or digit among them; NFKC.
 */
export type Shortcut = string
/**
 * Anything but text comes with a file_url.
 */
export type MessageType = 'text' | 'image' | 'file'
export type ConversationKind = 'product' | 'direct'
export type ParticipantRole = 'buyer' | 'guest' | 'vendor' | 'admin'
/**
 * What the marketplace says an account is.
 */
export type Role = 'buyer' | 'vendor' | 'admin' | 'auditor'
export type Sha256 = string
/**
 * What an admin looked at in conversations of others: a room, its messages or its history (which a join over a socket begins with), or all rooms in which the words of a search occur.
 */
export type Access =
  | {
      what: 'room' | 'messages' | 'events'
      room_id: Uuid
    }
  | {
      what: 'search'
      query: string
    }
/**
 * Unicode text without NUL and lone surrogates, of a length that configuration bounds; markup is text like any other.
 */
export type Text = string
/**
 * #rgb, #rrggbb or a CSS colour word of at most 7 letters.
 */
export type Color = string
/**
 * How many visitors may be in a public room at once; never more than 5,000 are let in, and nobody when it is not above zero.
 */
export type MaxUsers = number
/**
 * Who did something to a public room: a visitor by its public id, an account, or a policy of Parley.
 */
export type PublicRoomActor = string
/**
 * As the visitor's client says it: typing as long as it is neither false, null, zero nor empty. Of what is no scalar only that is passed on.
 */
export type Typing = boolean | string | number | null
/**
 * The guest's secret, as the old API has it, instead of the header.
 */
export type BodySession = Uuid | null
/**
 * The visitor's secret. Those that are handed out are random UUIDs; any other is as good.
 */
export type VisitorSession = string

/**
 * An answer that a vendor keeps ready. `{buyer}`, `{product}` and `{price}` stand for what the page puts there.
 */
export interface CannedText {
  shortcut: Shortcut
  title: string
  content: Content
}
/**
 * What a conversation is about, as it was when the conversation started.
 */
export interface Product {
  id: MarketplaceId
  title: string | null
  url: string | null
  image_url: string | null
  /**
   * As the marketplace wrote it.
   */
  price: number | string | null
}
/**
 * Somebody as others in a room see them: an account, or a guest by its public id. Exactly one of the two ids is there.
 */
export interface Person {
  role: ParticipantRole
  account_id: MarketplaceId | null
  guest_id: Uuid | null
  username: string
}
/**
 * How many messages of the others each side has not read yet.
 */
export interface Unread {
  buyer: Count
  vendor: Count
}
/**
 * A room that a guest may start a conversation in, and about what.
 */
export interface ClaimedRoom {
  room_id: Uuid
  vendor_id: MarketplaceId
  product_id: MarketplaceId | null
}
/**
 * Somebody in the public rooms as others see them: no account, no login. The id is derived from the session id that is the visitor's secret, and does not lead back.
 */
export interface Visitor {
  id: Uuid
  username: Text
  color: Color
}
/**
 * One socket in one public room: the run of a ws-delivery process that holds it (a restarted process is another node), and the socket's own id.
 */
export interface Connection {
  node_id: Uuid
  connection_id: Uuid
}
/**
 * A visitor who is in a public room, since it came in first.
 */
export interface Member {
  visitor: Visitor
  joined_at: Time
}
/**
 * What can be set of a public room. One that is not public is hidden in the lists; who knows its id gets in all the same.
 */
export interface PublicRoomSettings {
  name: Text
  description: Text | null
  is_public: boolean
  max_users: MaxUsers
}
/**
 * Who I am, when the handshake did not say it: the first frame, within ten seconds.
 */
export interface ClientAuthenticate {
  type: 'authenticate'
  token?: string | null
  guest_session?: Uuid | null
}
/**
 * Show me this room from now on, and first everything after after_seq when it is given.
 */
export interface ClientJoinRoom {
  type: 'join_room'
  room_id: Uuid
  after_seq?: Count | null
}
/**
 * Do not show me this room any more.
 */
export interface ClientLeaveRoom {
  type: 'leave_room'
  room_id: Uuid
}
/**
 * I have read up to up_to_seq, or everything when it is not given.
 */
export interface ClientMarkRead {
  type: 'mark_read'
  room_id: Uuid
  up_to_seq?: Count | null
}
/**
 * Are you there?
 */
export interface ClientPing {
  type: 'ping'
}
/**
 * I write. The same client_message_id again is the same message. A message without a file needs some visible text.
 */
export interface ClientSendMessage {
  type: 'send_message'
  room_id: Uuid
  content?: Content | null
  message_type?: MessageType | null
  file_url?: FileUrl
  client_message_id?: Uuid | null
}
/**
 * I type, or I stopped. It also ends by itself after five seconds.
 */
export interface ClientTyping {
  type: 'typing'
  room_id: Uuid
  is_typing: boolean
}
/**
 * You are known as user; a guest gets its own session back.
 */
export interface ServerConnectionEstablished {
  type: 'connection_established'
  user: string
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  guest_session?: Uuid
}
/**
 * Something you asked for was not done; the socket stays.
 */
export interface ServerError {
  type: 'error'
  /**
   * Never changes.
   */
  code: string
  /**
   * For people.
   */
  message: string
  room_id?: Uuid
  client_message_id?: Uuid
  retry_after?: Count
}
/**
 * You see this room now. Its newest event is seq; what you missed up to it follows.
 */
export interface ServerJoined {
  type: 'joined'
  room_id: Uuid
  seq: Seq
}
/**
 * Somebody wrote. client_message_id is there for the sender's own sockets only.
 */
export interface ServerMessage {
  type: 'message'
  message_id: Uuid
  room_id: Uuid
  seq: Seq
  /**
   * Null for a guest.
   */
  sender: MarketplaceId | null
  sender_username: string
  guest: boolean
  guest_id: Uuid | null
  role: ParticipantRole
  content: Content
  message_type: MessageType
  file_url: FileUrl
  created_at: Time
  is_read: boolean
  client_message_id?: Uuid
}
/**
 * A message was taken back.
 */
export interface ServerMessageDeleted {
  type: 'message_deleted'
  room_id: Uuid
  seq: Seq
  message_id: Uuid
  message_seq: Seq
}
/**
 * The author changed a message.
 */
export interface ServerMessageEdited {
  type: 'message_edited'
  room_id: Uuid
  seq: Seq
  message_id: Uuid
  message_seq: Seq
  content: Content
  edited_at: Time
}
/**
 * Something that is not for those in the room: it has its place in the room's history, and nothing to show.
 */
export interface ServerNoted {
  type: 'noted'
  room_id: Uuid
  seq: Seq
}
/**
 * Somebody is in the room from now on.
 */
export interface ServerParticipantJoined {
  type: 'participant_joined'
  room_id: Uuid
  seq: Seq
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  username: string
}
/**
 * I am here.
 */
export interface ServerPong {
  type: 'pong'
}
/**
 * Somebody has read up to up_to_seq.
 */
export interface ServerReadReceipt {
  type: 'read_receipt'
  room_id: Uuid
  seq: Seq
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  username: string
  guest: boolean
  guest_id: Uuid | null
  role: ParticipantRole
  up_to_seq: Seq
  read_at: Time
}
/**
 * You missed more than can be sent: reload what you show over REST, and go on after seq.
 */
export interface ServerResync {
  type: 'resync'
  room_id: Uuid
  seq: Seq
}
/**
 * The conversation was put away.
 */
export interface ServerRoomArchived {
  type: 'room_archived'
  room_id: Uuid
  seq: Seq
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  username: string
  guest_id: Uuid | null
  role: ParticipantRole
}
/**
 * A new conversation: to who joined it, and to its vendor and buyer without joining.
 */
export interface ServerRoomOpened {
  type: 'room_opened'
  room_id: Uuid
  seq: Seq
  vendor_id: MarketplaceId
  product: Product | null
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  username: string
  guest: boolean
  guest_id: Uuid | null
  created_at: Time
}
/**
 * The conversation was taken out again.
 */
export interface ServerRoomUnarchived {
  type: 'room_unarchived'
  room_id: Uuid
  seq: Seq
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  username: string
  guest_id: Uuid | null
  role: ParticipantRole
}
/**
 * Something changed in a room of yours that this socket did not join. Only what changed is there.
 */
export interface ServerRoomUpdated {
  type: 'room_updated'
  room_id: Uuid
  seq: Seq
  last_message?: MessageView
  unread_count?: Count
  is_archived?: boolean
  updated_at: Time
}
/**
 * A message as people see it.
 */
export interface MessageView {
  id: Uuid
  room_id: Uuid
  seq: Seq
  /**
   * Null for a guest.
   */
  sender: MarketplaceId | null
  sender_username: string
  guest: boolean
  guest_id: Uuid | null
  role: ParticipantRole
  content: Content
  message_type: MessageType
  file_url: FileUrl
  /**
   * Whether another side has read it.
   */
  is_read: boolean
  read_at: Time | null
  edited_at: Time | null
  deleted: boolean
  created_at: Time
  client_message_id?: Uuid
}
/**
 * Somebody types, or stopped; never stored, so without seq.
 */
export interface ServerTyping {
  type: 'typing'
  room_id: Uuid
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  username: string
  guest: boolean
  guest_id: Uuid | null
  role: ParticipantRole
  is_typing: boolean
}
/**
 * I write. A frame without a type is this one. White space around the content is dropped, and nothing happens when nothing is left or there is no content.
 */
export interface VisitorMessage {
  type?: 'message'
  content?: Content
}
/**
 * I type, or stopped; without typing: stopped. It also ends by itself five seconds after the last sign.
 */
export interface VisitorTyping {
  type: 'typing'
  typing?: Typing
}
/**
 * I take another name, another colour, or both. What is left out or blank stays as it is.
 */
export interface VisitorUserUpdate {
  type: 'user_update'
  username?: Text
  color?: Color
}
/**
 * Something you asked for was not done. The socket stays, unless a close code follows.
 */
export interface PublicError {
  type: 'error'
  message: Text
  timestamp: UtcTime
  /**
   * Never changes.
   */
  code: string
  retry_after?: Count
}
/**
 * Somebody wrote; shown to everybody in the room, the sender too.
 */
export interface PublicMessage {
  type: 'message'
  message: Content
  user_id: Uuid
  username: Text
  user_color: Color
  message_id: Uuid
  timestamp: UtcTime
  seq: Seq
}
/**
 * More was missed since after_seq than is sent again: load the room's messages anew.
 */
export interface PublicResync {
  type: 'resync'
  seq: Seq
  timestamp: UtcTime
}
/**
 * Somebody came, left or took another name, told in the language of this socket.
 */
export interface PublicSystem {
  type: 'system'
  message: Text
  user_id: Uuid
  username: Text
  timestamp: UtcTime
}
/**
 * Somebody types, or stopped; shown to everybody in the room, the sender too, and never stored.
 */
export interface PublicTyping {
  type: 'typing'
  user_id: Uuid
  username: Text
  typing: Typing
  timestamp: UtcTime
}
/**
 * Who is in the room, those who came last first; one entry for each visitor, however many sockets it has. Changes that follow one another quickly are told by one list.
 */
export interface PublicUserList {
  type: 'user_list'
  users: {
    id: Uuid
    username: Text
    color: Color
    joined_at: UtcTime
    /**
     * Who is in is online.
     */
    is_online: boolean
  }[]
  timestamp: UtcTime
}
/**
 * How the parts that one looks at while something is slow are doing.
 */
export interface AdminHealthView {
  /**
   * Open sockets, of the nodes that were heard of in the last seconds.
   */
  sockets: {
    total: Count
    nodes: {
      node_id: Uuid
      sockets: Count
      seen_at: Time
    }[]
  }
  projections: {
    name: string
    /**
     * Stopped where it stands in any partition.
     */
    state: 'RUNNING' | 'STOPPED'
    lag: Count
    stopped_at: {
      /**
       * <partition>-<offset> on chat.events.
       */
      position: string
      reason: string
      since: Time
    }[]
  }[]
  commands: {
    lag: Count
  }
  log_end: Count
}
/**
 * A conversation as the marketplace's staff sees it in its list.
 */
export interface AdminRoomView {
  room_id: Uuid
  kind: ConversationKind
  vendor_id: MarketplaceId
  product: Product | null
  participants: ParticipantView[]
  /**
   * The guest's secret: for that guest only, null for everybody else.
   */
  guest_session: Uuid | null
  guest: boolean
  guest_id: Uuid | null
  is_archived: boolean
  seq: Seq
  last_message: MessageView | null
  unread_count: Count
  /**
   * Since when the buyer waits for the vendor's answer: the first message of the buyer after the vendor's last one. Null when there is none, and when the conversation was put away since.
   */
  waiting_since: Time | null
  created_at: Time
  updated_at: Time
  reports: Count
  /**
   * With a search: what was found, the texts with most of the words first.
   *
   * @maxItems 3
   */
  found?: {
    what: 'message' | 'person' | 'product' | 'vendor'
    /**
     * Of the message.
     */
    seq: Seq | null
    /**
     * Of a long text what is around the first place, with … where something is left out.
     */
    text: string
    /**
     * Where the words are: from one offset to another one, in UTF-16, in order and apart from one another.
     */
    highlights: [number, number][]
  }[]
}
/**
 * Somebody in a room.
 */
export interface ParticipantView {
  /**
   * Null for a guest.
   */
  user_id: MarketplaceId | null
  username: string
  role: ParticipantRole
  guest: boolean
  guest_id: Uuid | null
  joined_at: Time
  last_read_at: Time | null
  last_read_seq: Count
}
/**
 * An answer that a vendor keeps ready, as whoever answers for the vendor sees it.
 */
export interface CannedReplyView {
  id: Uuid
  shortcut: Shortcut
  title: string
  content: Content
  created_at: Time
  updated_at: Time
}
/**
 * A message in which all words of a search are, with its room.
 */
export interface FoundMessageView {
  room: {
    room_id: Uuid
    kind: 'product' | 'direct' | 'public'
    /**
     * Null for a public room.
     */
    vendor_id: MarketplaceId | null
    product: Product | null
    /**
     * Of a public room.
     */
    name: string | null
  }
  message: {
    id: Uuid
    seq: Seq
    sender_username: string
    role: 'buyer' | 'guest' | 'vendor' | 'admin' | 'visitor'
    content: Content
    created_at: Time
    edited_at: Time | null
    /**
     * Never: what was taken back is not found.
     */
    deleted: boolean
  }
  /**
   * Where in the content the words are: from one offset to another one, in UTF-16, in order and apart from one another.
   */
  highlights: [number, number][]
}
/**
 * An error as of RFC 9457, with a code that never changes.
 */
export interface ProblemView {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: string
  retry_after?: Count
}
/**
 * A message of a public room over REST.
 */
export interface PublicMessageView {
  id: Uuid
  user: VisitorView
  content: Content
  message_type: MessageType
  file_url: FileUrl
  timestamp: DhakaTime
  seq: Seq
}
/**
 * A visitor of the public rooms over REST.
 */
export interface VisitorView {
  id: Uuid
  username: Text
  color: Color
  /**
   * Whether it is in a room.
   */
  is_online: boolean
  last_seen: DhakaTime
  created_at: DhakaTime
}
/**
 * A public room over REST.
 */
export interface PublicRoomView {
  id: Uuid
  name: Text
  description: Text | null
  is_public: boolean
  max_users: MaxUsers
  online_users_count: Count
  total_messages_count: Count
  created_at: DhakaTime
  updated_at: DhakaTime
}
/**
 * What happened in a public room after a sequence, oldest first, since it was last opened.
 */
export interface PublicRoomHistoryView {
  room_id: Uuid
  seq: Seq
  events: {
    seq: Seq
    time: Time
    type: string
    /**
     * As in the log.
     */
    data: {}
  }[]
}
/**
 * That somebody said that something is wrong, with a message or with the conversation; for admins.
 */
export interface ReportView {
  reported_by: ReportViewBy
  reason: string
  /**
   * Null when it is about the conversation.
   */
  message_id: Uuid | null
  reported_at: Time
  /**
   * Null while it is open.
   */
  closed_at: Time | null
  /**
   * The name of who has seen to it.
   */
  closed_by: string | null
}
export interface ReportViewBy {
  role: ParticipantRole
  user_id: MarketplaceId | null
  guest_id: Uuid | null
  username: string
}
/**
 * A conversation as one of its people sees it.
 */
export interface RoomView {
  room_id: Uuid
  kind: ConversationKind
  vendor_id: MarketplaceId
  product: Product | null
  participants: ParticipantView[]
  /**
   * The guest's secret: for that guest only, null for everybody else.
   */
  guest_session: Uuid | null
  guest: boolean
  guest_id: Uuid | null
  is_archived: boolean
  seq: Seq
  last_message: MessageView | null
  unread_count: Count
  /**
   * Since when the buyer waits for the vendor's answer: the first message of the buyer after the vendor's last one. Null when there is none, and when the conversation was put away since.
   */
  waiting_since: Time | null
  created_at: Time
  updated_at: Time
}
/**
 * What happened in a room after a sequence, oldest first.
 */
export interface RoomHistoryView {
  room_id: Uuid
  seq: Seq
  /**
   * Whether the list ends before it.
   */
  more: boolean
  results: {
    seq: Seq
    /**
     * As on chat.events; `noted`, without data, for what the reader may not see.
     */
    type: string
    time: Time
    command_id?: Uuid
    data: {}
  }[]
}
/**
 * How much is going on.
 */
export interface StatisticsView {
  /**
   * How things are now.
   */
  now: {
    conversations: Count
    archived: Count
    waiting: Count
    unread_by_vendor: Count
    by_guests: Count
  }
  totals: StatisticsViewCounts
  /**
   * The last 24 hours; none where nothing happened.
   */
  hourly: {
    start: Time
    counts: StatisticsViewCounts
  }[]
  /**
   * The last 30 days in UTC; none where nothing happened.
   */
  daily: {
    start: Time
    counts: StatisticsViewCounts
  }[]
  /**
   * How long buyers wait, from their first message to the vendor's first one after it.
   */
  first_answer: {
    /**
     * The last 30 days in UTC; none where nobody got a first answer.
     */
    days: {
      start: Time
      answers: Count
      /**
       * Half of them not later than this.
       */
      p50_seconds: number
      /**
       * Nine of ten not later than this.
       */
      p90_seconds: number
    }[]
    waiting: Count
  }
  /**
   * Whose conversations most was written in, in the last 30 days.
   */
  busiest: {
    /**
     * @maxItems 10
     */
    vendors: {
      vendor_id: MarketplaceId
      messages: Count
      conversations: Count
    }[]
    /**
     * @maxItems 10
     */
    products: {
      product: Product
      vendor_id: MarketplaceId
      messages: Count
      conversations: Count
    }[]
  }
}
/**
 * How often what happened; what never did is left out.
 */
export interface StatisticsViewCounts {
  conversations?: Count
  messages_buyer?: Count
  messages_vendor?: Count
  messages_admin?: Count
  edits?: Count
  deletions?: Count
  archived?: Count
  guests?: Count
  guests_linked?: Count
  messages_public?: Count
  active_rooms?: Count
}
/**
 * What a vendor's conversations amount to. Those put away are counted in `archived` only.
 */
export interface VendorSummaryView {
  rooms: Count
  archived: Count
  waiting: Count
  unread_rooms: Count
  unread_messages: Count
  /**
   * What they are about, newest activity first.
   *
   * @maxItems 200
   */
  products: {
    product: Product
    rooms: Count
    unread_rooms: Count
  }[]
}
/**
 * A participant put the conversation away.
 */
export interface ConversationArchivedEvent {
  type: 'parley.room.conversation_archived.v1'
  data: {
    room_id: Uuid
    by: Person
  }
}
/**
 * This room stays empty: its buyer already meets the vendor in another one. Always the first and only event of its room.
 */
export interface ConversationForwardedEvent {
  type: 'parley.room.conversation_forwarded.v1'
  data: {
    room_id: Uuid
    to_room_id: Uuid
  }
}
/**
 * One of the room's people told the marketplace that something is wrong here. Only its staff ever sees who it was and what was said.
 */
export interface ConversationReportedEvent {
  type: 'parley.room.conversation_reported.v1'
  data: {
    room_id: Uuid
    reporter: Person
    reason: string
    /**
     * Null when it is about the conversation.
     */
    message_id: Uuid | null
  }
}
/**
 * A buyer opened a conversation with a vendor. Always the first event of its room.
 */
export interface ConversationStartedEvent {
  type: 'parley.room.conversation_started.v1'
  data: {
    room_id: Uuid
    kind: ConversationKind
    vendor_id: MarketplaceId
    product: Product | null
    buyer: Person
  }
}
/**
 * A participant took the conversation out again.
 */
export interface ConversationUnarchivedEvent {
  type: 'parley.room.conversation_unarchived.v1'
  data: {
    room_id: Uuid
    by: Person
  }
}
/**
 * The author or an admin took a message back.
 */
export interface MessageDeletedEvent {
  type: 'parley.room.message_deleted.v1'
  data: {
    room_id: Uuid
    message_id: Uuid
    message_seq: Seq
    deleted_by: Person
  }
}
/**
 * The author changed a message.
 */
export interface MessageEditedEvent {
  type: 'parley.room.message_edited.v1'
  data: {
    room_id: Uuid
    message_id: Uuid
    message_seq: Seq
    editor: Person
    content: Content
  }
}
/**
 * Somebody wrote. An archived conversation is open again by it.
 */
export interface MessageSentEvent {
  type: 'parley.room.message_sent.v1'
  data: {
    room_id: Uuid
    message_id: Uuid
    sender: Person
    content: Content
    message_type: MessageType
    file_url: FileUrl
    unread: Unread
  }
}
/**
 * Somebody has read everything up to a sequence.
 */
export interface MessagesReadEvent {
  type: 'parley.room.messages_read.v1'
  data: {
    room_id: Uuid
    reader: Person
    up_to_seq: Seq
    unread: Unread
  }
}
/**
 * The guest of this room signed in: the account is a buyer in it too.
 */
export interface ParticipantAttachedEvent {
  type: 'parley.room.participant_attached.v1'
  data: {
    room_id: Uuid
    guest_id: Uuid
    participant: Person
  }
}
/**
 * The marketplace's staff has seen to all reports up to here.
 */
export interface ReportsClosedEvent {
  type: 'parley.room.reports_closed.v1'
  data: {
    room_id: Uuid
    by: Person
  }
}
export interface GuestSession {
  session_id: Uuid
  identifier: string
  created_at: Time
}
export interface Start {
  vendor_id: MarketplaceId
  product_id?: MarketplaceId | null
  /**
   * Kept with the room as it is now.
   */
  product?: {
    id: MarketplaceId
    title?: string | null
    url?: string | null
    image_url?: string | null
    price?: number | string | null
  } | null
  initial_message?: Content | null
  guest_session_id?: BodySession
}
/**
 * A message without a file needs some visible text, anything but text a file.
 */
export interface NewMessage {
  content?: Content | null
  message_type?: MessageType | null
  file_url?: FileUrl
  client_message_id?: Uuid | null
  guest_session_id?: BodySession
}
export interface NewUser {
  /**
   * Without white space around it and not blank; of a number, its text.
   */
  username: string | number
  color?: Color
}
export interface CreatedUser {
  user_id: Uuid
  session_id: Uuid
  username: Text
  color: Color
  /**
   * For people.
   */
  message: string
}
export interface RoomSettings {
  /**
   * Not blank.
   */
  name?: string | number
  description?: string | number | null
  is_public?: boolean
  max_users?: number
  session_id?: VisitorSession
}

export type ClientFrame =
  | ClientAuthenticate
  | ClientJoinRoom
  | ClientLeaveRoom
  | ClientMarkRead
  | ClientPing
  | ClientSendMessage
  | ClientTyping

export type ServerFrame =
  | ServerConnectionEstablished
  | ServerError
  | ServerJoined
  | ServerMessage
  | ServerMessageDeleted
  | ServerMessageEdited
  | ServerNoted
  | ServerParticipantJoined
  | ServerPong
  | ServerReadReceipt
  | ServerResync
  | ServerRoomArchived
  | ServerRoomOpened
  | ServerRoomUnarchived
  | ServerRoomUpdated
  | ServerTyping

export type VisitorFrame = VisitorMessage | VisitorTyping | VisitorUserUpdate

export type PublicFrame =
  PublicError | PublicMessage | PublicResync | PublicSystem | PublicTyping | PublicUserList

export type RoomEvent =
  | ConversationArchivedEvent
  | ConversationForwardedEvent
  | ConversationReportedEvent
  | ConversationStartedEvent
  | ConversationUnarchivedEvent
  | MessageDeletedEvent
  | MessageEditedEvent
  | MessageSentEvent
  | MessagesReadEvent
  | ParticipantAttachedEvent
  | ReportsClosedEvent

export type ProblemCode =
  | 'bad_request'
  | 'body_too_large'
  | 'body_unreadable'
  | 'command_dead'
  | 'command_id_reused'
  | 'content_blank'
  | 'content_invalid'
  | 'content_too_long'
  | 'credentials_invalid'
  | 'edit_window_over'
  | 'file_url_invalid'
  | 'guest_session_id_missing'
  | 'guest_session_linked'
  | 'guest_session_not_found'
  | 'guest_session_unknown'
  | 'idempotency_key_invalid'
  | 'identifier_invalid'
  | 'message_deleted'
  | 'message_not_found'
  | 'not_allowed'
  | 'not_authenticated'
  | 'not_found'
  | 'not_in_room'
  | 'not_the_author'
  | 'overloaded'
  | 'own_shop'
  | 'page_not_found'
  | 'parameter_invalid'
  | 'position_invalid'
  | 'product_invalid'
  | 'projection_behind'
  | 'reason_invalid'
  | 'reply_not_found'
  | 'room_full'
  | 'room_not_found'
  | 'search_invalid'
  | 'shortcut_invalid'
  | 'shortcut_taken'
  | 'title_invalid'
  | 'too_many_connections'
  | 'too_many_replies'
  | 'too_many_reports'
  | 'too_many_rooms'
  | 'unavailable'
  | 'up_to_seq_invalid'
  | 'user_id_missing'
  | 'username_invalid'
  | 'vendor_id_missing'
  | 'visitor_not_found'

export const SERVER_FRAME_KEYS = {
  connection_established: ['user', 'user_id'],
  error: ['code', 'message'],
  joined: ['room_id', 'seq'],
  message: [
    'message_id',
    'room_id',
    'seq',
    'sender',
    'sender_username',
    'guest',
    'guest_id',
    'role',
    'content',
    'message_type',
    'file_url',
    'created_at',
    'is_read',
  ],
  message_deleted: ['room_id', 'seq', 'message_id', 'message_seq'],
  message_edited: ['room_id', 'seq', 'message_id', 'message_seq', 'content', 'edited_at'],
  noted: ['room_id', 'seq'],
  participant_joined: ['room_id', 'seq', 'user_id', 'username'],
  pong: [],
  read_receipt: [
    'room_id',
    'seq',
    'user_id',
    'username',
    'guest',
    'guest_id',
    'role',
    'up_to_seq',
    'read_at',
  ],
  resync: ['room_id', 'seq'],
  room_archived: ['room_id', 'seq', 'user_id', 'username', 'guest_id', 'role'],
  room_opened: [
    'room_id',
    'seq',
    'vendor_id',
    'product',
    'user_id',
    'username',
    'guest',
    'guest_id',
    'created_at',
  ],
  room_unarchived: ['room_id', 'seq', 'user_id', 'username', 'guest_id', 'role'],
  room_updated: ['room_id', 'seq', 'updated_at'],
  typing: ['room_id', 'user_id', 'username', 'guest', 'guest_id', 'role', 'is_typing'],
} as const

export const PUBLIC_FRAME_KEYS = {
  error: ['message', 'timestamp', 'code'],
  message: ['message', 'user_id', 'username', 'user_color', 'message_id', 'timestamp', 'seq'],
  resync: ['seq', 'timestamp'],
  system: ['message', 'user_id', 'username', 'timestamp'],
  typing: ['user_id', 'username', 'typing', 'timestamp'],
  user_list: ['users', 'timestamp'],
} as const
