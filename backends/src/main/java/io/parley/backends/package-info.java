/// A real Kafka broker and a real PostgreSQL inside this process.
@NullMarked
package io.parley.backends;

import org.jspecify.annotations.NullMarked;
