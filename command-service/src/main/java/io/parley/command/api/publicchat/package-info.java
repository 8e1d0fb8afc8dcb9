/// Commands of the public chat over HTTP, in the shapes that its clients know.
@NullMarked
package io.parley.command.api.publicchat;

import org.jspecify.annotations.NullMarked;
