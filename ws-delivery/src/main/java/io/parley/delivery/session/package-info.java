/// One client's connection, as Parley sees it: who it is, which rooms it has joined, what it asks
/// for. Knows neither Kafka nor sockets.
@NullMarked
package io.parley.delivery.session;

import org.jspecify.annotations.NullMarked;
