package io.parley.schemas.event;

/// Something that has happened to one aggregate.
public sealed interface Event
    permits RoomEvent, GuestEvent, AccessEvent, PublicRoomEvent, VisitorEvent, CannedReplyEvent {}
