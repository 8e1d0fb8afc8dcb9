package io.parley.delivery.ticket;

import io.parley.edge.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/chat/ws-ticket/`: what a browser opens its socket with.
@RestController
class TicketController {
  private final Tickets tickets;

  TicketController(Tickets tickets) {
    this.tickets = tickets;
  }

  @PostMapping("/api/chat/ws-ticket")
  @ResponseStatus(HttpStatus.CREATED)
  Tickets.Ticket issue(Caller caller) {
    return tickets.issue(caller);
  }
}
