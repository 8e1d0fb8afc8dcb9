/// Read model: what only the marketplace's staff looks at.
@NullMarked
package io.parley.query.oversight;

import org.jspecify.annotations.NullMarked;
