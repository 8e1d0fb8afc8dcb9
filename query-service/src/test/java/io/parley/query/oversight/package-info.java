@NullMarked
package io.parley.query.oversight;

import org.jspecify.annotations.NullMarked;
