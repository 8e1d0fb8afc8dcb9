/// A developer's cluster: every process of a real one on this machine, and the means to kill,
/// pause and restart each.
@NullMarked
package io.parley.cluster;

import org.jspecify.annotations.NullMarked;
