/// Tests of what operators see and do.
@NullMarked
package io.parley.query.operations;

import org.jspecify.annotations.NullMarked;
