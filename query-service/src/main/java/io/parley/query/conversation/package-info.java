/// Read model: conversations as lists show them.
@NullMarked
package io.parley.query.conversation;

import org.jspecify.annotations.NullMarked;
