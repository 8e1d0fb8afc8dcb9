/// What tests are given: valid histories, a log to write them to, tokens.
@NullMarked
package io.parley.query.given;

import org.jspecify.annotations.NullMarked;
