/// How a command is sent and its outcome comes back, over Kafka.
@NullMarked
package io.parley.edge.command;

import org.jspecify.annotations.NullMarked;
