/// A visitor of the public rooms: how it is called.
@NullMarked
package io.parley.command.visitor;

import org.jspecify.annotations.NullMarked;
