/// What people see of rooms and messages, over REST and in frames.
@NullMarked
package io.parley.schemas.view;

import org.jspecify.annotations.NullMarked;
