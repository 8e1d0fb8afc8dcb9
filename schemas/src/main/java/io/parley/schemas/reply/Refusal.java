package io.parley.schemas.reply;

import java.util.Locale;

/// Why something was not done. The code on the wire is the name in lower case and never changes.
public enum Refusal {
  /// There is no such room, or it is not yours: the two look the same on purpose.
  ROOM_NOT_FOUND("There is no such room, or it is not yours."),
  /// There is no such message in this room.
  MESSAGE_NOT_FOUND("There is no such message in this room."),
  /// The message was taken back.
  MESSAGE_DELETED("This message was deleted."),
  /// Only who wrote a message may do that.
  NOT_THE_AUTHOR("Only the author of a message may do that."),
  /// Ten minutes after it was written a message stays as it is.
  EDIT_WINDOW_OVER("A message can be changed by its author for ten minutes only."),
  /// The same command id came with another content.
  COMMAND_ID_REUSED("This id was already used for something else in this room."),
  /// A room has a bounded number of participants.
  ROOM_FULL("This room has as many participants as a room can have."),
  /// A vendor cannot be its own customer.
  OWN_SHOP("A vendor cannot start a conversation with itself."),
  /// The actor may not do that at all.
  NOT_ALLOWED("This account may not do that."),
  /// There is no such guest session.
  GUEST_SESSION_NOT_FOUND("There is no such guest session."),
  /// The guest session belongs to another account.
  GUEST_SESSION_LINKED("This guest session is already linked to another account."),
  /// A guest can have a bounded number of rooms.
  TOO_MANY_ROOMS("A guest cannot have more rooms than this."),
  /// A room can have a bounded number of open reports.
  TOO_MANY_REPORTS("This was reported often; the marketplace looks into it."),
  /// There is no such visitor.
  VISITOR_NOT_FOUND("There is no such visitor."),
  /// Only who is in the room may do that.
  NOT_IN_ROOM("Only visitors who are in this room may do that."),
  /// One visitor can be in a room by a bounded number of sockets.
  TOO_MANY_CONNECTIONS("One visitor cannot be in a room by more sockets than this."),
  /// The vendor keeps no such answer ready.
  REPLY_NOT_FOUND("There is no such reply."),
  /// Another of the vendor's answers has this shortcut.
  SHORTCUT_TAKEN("Another reply of this vendor has this shortcut."),
  /// A vendor keeps a bounded number of answers ready.
  TOO_MANY_REPLIES("A vendor cannot have more than 200 replies."),
  /// There is nothing to see in this message.
  CONTENT_BLANK("A message needs some text."),
  /// The message is too long.
  CONTENT_TOO_LONG("A message has at most 4,000 characters."),
  /// The message is no Unicode text.
  CONTENT_INVALID("A message is Unicode text without NUL and without lone surrogates."),
  /// The file's address is missing or no address.
  FILE_URL_INVALID("file_url must be an http or https address of at most 2,048 characters."),
  /// The command could not be read or decided and was put aside: see `chat.commands.dead`.
  COMMAND_DEAD("This could not be decided and was put aside; asking again will not help.");

  private final String explanation;

  Refusal(String explanation) {
    this.explanation = explanation;
  }

  /// The stable code, as `room_not_found`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// One sentence in English.
  public String explanation() {
    return explanation;
  }
}
