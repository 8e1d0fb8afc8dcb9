/// Read model: texts folded so that they are found however they are typed.
@NullMarked
package io.parley.query.search;

import org.jspecify.annotations.NullMarked;
