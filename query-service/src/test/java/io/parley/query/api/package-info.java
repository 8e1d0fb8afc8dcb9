/// Tests of the queries over HTTP.
@NullMarked
package io.parley.query.api;

import org.jspecify.annotations.NullMarked;
