/// Tests of query-service as a whole.
@NullMarked
package io.parley.query;

import org.jspecify.annotations.NullMarked;
