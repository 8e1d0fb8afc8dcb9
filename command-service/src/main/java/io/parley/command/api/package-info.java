/// Commands over HTTP.
@NullMarked
package io.parley.command.api;

import org.jspecify.annotations.NullMarked;
