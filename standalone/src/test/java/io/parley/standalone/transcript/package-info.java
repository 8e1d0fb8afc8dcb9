/// What was captured of the public chat that came before, played again in front of Parley: the
/// requests and frames, and what came back for them.
@NullMarked
package io.parley.standalone.transcript;

import org.jspecify.annotations.NullMarked;
