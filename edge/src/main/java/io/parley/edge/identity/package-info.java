/// Who is asking: accounts by their token, guests by their session.
@NullMarked
package io.parley.edge.identity;

import org.jspecify.annotations.NullMarked;
