/// What is worthless in a minute: typing. It travels on `chat.signals` and is never stored.
@NullMarked
package io.parley.schemas.signal;

import org.jspecify.annotations.NullMarked;
