package io.parley.query.api.publicchat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What there is under `/api/` for the public chat: what each path is called there, and what can
/// be done with it, by whichever service.
enum PublicResource {
  ROOT("", "Api Root", "The default basic root view for DefaultRouter", "GET, HEAD, OPTIONS"),
  STATUS("/status", "System Status", "Get system status and statistics", "GET, OPTIONS"),
  HEALTH("/health", "System Status", "Get system status and statistics", "GET, OPTIONS"),
  CREATE_USER("/create-user", "Create User", "Create a new chat user", "POST, OPTIONS"),
  JOIN_ROOM("/join-room", "Join Room", "Join a chat room", "POST, OPTIONS"),
  PUBLIC_ROOMS("/public-rooms", "Public Rooms", "Get all public rooms", "GET, HEAD, OPTIONS"),
  ROOMS("/rooms", "Chat Room List", "API endpoint for chat rooms", "GET, POST, HEAD, OPTIONS"),
  POPULAR("/rooms/popular", "Popular", "Get popular rooms (most users)", "GET, HEAD, OPTIONS"),
  ROOM(
      "/rooms/{roomId}",
      "Chat Room Instance",
      "API endpoint for chat rooms",
      "GET, PUT, PATCH, DELETE, HEAD, OPTIONS"),
  ROOM_MESSAGES(
      "/rooms/{roomId}/messages",
      "Messages",
      "Get messages for a specific room",
      "GET, HEAD, OPTIONS"),
  ROOM_USERS("/rooms/{roomId}/users", "Users", "Get online users in a room", "GET, HEAD, OPTIONS"),
  ROOM_STATS(
      "/rooms/{roomId}/stats",
      "Room Stats",
      "Get statistics for a specific room",
      "GET, HEAD, OPTIONS"),
  ROOM_EVENTS(
      "/rooms/{roomId}/events",
      "Events",
      "Get what happened in a room after a sequence",
      "GET, HEAD, OPTIONS"),
  MESSAGES("/messages", "Message List", "API endpoint for messages", "GET, POST, HEAD, OPTIONS"),
  MESSAGE(
      "/messages/{messageId}",
      "Message Instance",
      "API endpoint for messages",
      "GET, HEAD, OPTIONS");

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private final String path;
  private final String title;
  private final String description;
  private final String allow;

  PublicResource(String path, String title, String description, String allow) {
    this.path = "/api" + path;
    this.title = title;
    this.description = description;
    this.allow = allow;
  }

  /// The one at this pattern, however its variables are called.
  static Optional<PublicResource> at(String pattern) {
    String plain = plain(pattern);
    return Arrays.stream(values()).filter(one -> plain(one.path).equals(plain)).findFirst();
  }

  private static String plain(String pattern) {
    return VARIABLE.matcher(pattern).replaceAll("{}");
  }

  String path() {
    return path;
  }

  /// What a page about it is headed with.
  String title() {
    return title;
  }

  String description() {
    return description;
  }

  /// The header `Allow`.
  String allow() {
    return allow;
  }

  boolean allows(String method) {
    return List.of(allow.split(", ")).contains(method);
  }
}
