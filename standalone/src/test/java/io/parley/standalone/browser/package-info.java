/// A real browser with the client that the public chat's document gives to everybody.
@NullMarked
package io.parley.standalone.browser;

import org.jspecify.annotations.NullMarked;
