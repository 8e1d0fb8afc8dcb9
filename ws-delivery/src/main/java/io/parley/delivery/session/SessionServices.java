package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;

/// What every session works with.
record SessionServices(
    DeliveryProperties properties,
    People people,
    Subscriptions subscriptions,
    Authentication authentication,
    RoomJoin join,
    Sending sending,
    Signals signals) {}
