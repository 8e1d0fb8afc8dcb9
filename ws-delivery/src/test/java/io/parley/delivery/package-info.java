@NullMarked
package io.parley.delivery;

import org.jspecify.annotations.NullMarked;
