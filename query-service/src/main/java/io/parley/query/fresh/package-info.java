/// The whole log projected anew, beside the live tables, and both compared.
@NullMarked
package io.parley.query.fresh;

import org.jspecify.annotations.NullMarked;
