/// Read model: guest sessions by their public ids.
@NullMarked
package io.parley.query.guest;

import org.jspecify.annotations.NullMarked;
