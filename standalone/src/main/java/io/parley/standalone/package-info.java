/// All of Parley in one process.
@NullMarked
package io.parley.standalone;

import org.jspecify.annotations.NullMarked;
