/// Read model: what happened in each hour.
@NullMarked
package io.parley.query.statistics;

import org.jspecify.annotations.NullMarked;
