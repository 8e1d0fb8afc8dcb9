package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.session.Signals;
import io.parley.edge.publicchat.VisitorLimits;
import org.springframework.stereotype.Component;

/// What every visitor's session works with.
@Component
record VisitorServices(
    DeliveryProperties properties,
    PublicRooms rooms,
    Entering entering,
    MissedEvents missed,
    VisitorSending sending,
    Leaving leaving,
    PerVisitor perVisitor,
    VisitorLimits limits,
    Signals signals) {}
