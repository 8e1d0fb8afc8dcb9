/// How a read model follows the log: each event once, rows and position in one transaction.
@NullMarked
package io.parley.query.projection;

import org.jspecify.annotations.NullMarked;
