/// What the public chat answers to reading requests, in the shapes that its clients know.
@NullMarked
package io.parley.query.api.publicchat;

import org.jspecify.annotations.NullMarked;
