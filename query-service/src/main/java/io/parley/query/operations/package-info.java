/// What an operator sees of the projections, and what it can tell them.
@NullMarked
package io.parley.query.operations;

import org.jspecify.annotations.NullMarked;
