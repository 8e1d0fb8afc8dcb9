/// Tests of the package of this name.
@NullMarked
package io.parley.query.api.publicchat;

import org.jspecify.annotations.NullMarked;
