/// What all ways into the public chat share: its languages and texts, its bounds and limits, and
/// the shapes of its errors, which are its own and not problem details.
@NullMarked
package io.parley.edge.publicchat;

import org.jspecify.annotations.NullMarked;
