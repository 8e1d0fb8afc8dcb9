/// Read model: the answers that vendors keep ready.
@NullMarked
package io.parley.query.canned;

import org.jspecify.annotations.NullMarked;
