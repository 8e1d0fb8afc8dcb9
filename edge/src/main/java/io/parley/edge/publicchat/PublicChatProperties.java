package io.parley.edge.publicchat;

import io.parley.schemas.MessageContent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The bounds of the public chat.
///
/// @param maxNameLength the longest name of a visitor or a room, in Unicode code points
/// @param maxDescriptionLength the longest description of a room, in Unicode code points
/// @param maxMessageLength the longest message, in Unicode code points; at most
///     [MessageContent#MAX_CODE_POINTS], which every consumer of the log counts on
@ConfigurationProperties("parley.public-chat")
public record PublicChatProperties(
    @DefaultValue("100") int maxNameLength,
    @DefaultValue("1000") int maxDescriptionLength,
    @DefaultValue("4000") int maxMessageLength,
    @DefaultValue Limits limits) {

  /// Refuses a bound beyond what the log may hold.
  public PublicChatProperties {
    if (maxMessageLength < 1 || maxMessageLength > MessageContent.MAX_CODE_POINTS) {
      throw new IllegalArgumentException(
          "parley.public-chat.max-message-length is 1 to " + MessageContent.MAX_CODE_POINTS);
    }
  }

  /// How often something may be done on this node, by one session and from one address.
  ///
  /// @param keys how many sessions, and how many addresses, are remembered of each kind of doing
  /// @param session by one session
  /// @param address from one address
  public record Limits(
      @DefaultValue("100000") int keys,
      @DefaultValue SessionLimits session,
      @DefaultValue AddressLimits address) {}

  /// By one session.
  ///
  /// @param messages that it writes
  /// @param joins into rooms, and users that are created
  /// @param rooms that it opens
  public record SessionLimits(
      @DefaultValue("200/100ms") Rate messages,
      @DefaultValue("60/1s") Rate joins,
      @DefaultValue("20/10s") Rate rooms) {}

  /// From one address, behind which many people may be.
  ///
  /// @param messages that are written
  /// @param joins into rooms, and users that are created
  /// @param rooms that are opened
  public record AddressLimits(
      @DefaultValue("2000/5ms") Rate messages,
      @DefaultValue("2000/10ms") Rate joins,
      @DefaultValue("200/1s") Rate rooms) {}
}
