/// The projections at work: their threads, their health, and waiting for them.
@NullMarked
package io.parley.query.live;

import org.jspecify.annotations.NullMarked;
