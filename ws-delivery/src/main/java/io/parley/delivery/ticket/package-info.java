/// One-time tickets for sockets, so that no address that we make carries a token.
@NullMarked
package io.parley.delivery.ticket;

import org.jspecify.annotations.NullMarked;
